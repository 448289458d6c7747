import { useMemo } from 'react'
import { responseType } from '../../../domain/responses/response-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { useWatched } from '../../context/use-watched.ts'
import { groupWaiting, type Waiting } from './group-waiting.ts'

/** What waits to be sent, by thing; undefined until read. */
export function useWaiting(): Waiting | undefined {
  const app = useApp()
  const { id } = app.person
  const ops = useWatched(() => app.watchOutbox(), `${id} outbox`)
  const files = useWatched(() => app.watchUnsentFiles(), `${id} unsent`)
  const evidence = useWatched(() => app.watchFields(responseType, 'evidence/'), `${id} evidence`)
  return useMemo(
    () => (ops && files && evidence ? groupWaiting({ ops, files, evidence }) : undefined),
    [ops, files, evidence],
  )
}
