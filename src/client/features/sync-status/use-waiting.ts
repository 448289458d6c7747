import { useMemo } from 'react'
import { responseType } from '../../../domain/responses/response-fields.ts'
import { useApp } from '../../context/app-context.tsx'
import { auditTypes } from '../../context/use-audit-words.ts'
import { useRowsOfTypes } from '../../context/use-rows-of-types.ts'
import { useWatched } from '../../context/use-watched.ts'
import { groupWaiting, type Waiting } from './group-waiting.ts'

const types = [responseType, ...auditTypes]

/** What waits to be sent, by thing; undefined until read. */
export function useWaiting(): Waiting | undefined {
  const app = useApp()
  const { id } = app.person
  const ops = useWatched(() => app.watchOutbox(), `${id} outbox`)
  const files = useWatched(() => app.watchUnsentFiles(), `${id} unsent`)
  const evidence = useRowsOfTypes(types, 'evidence/')
  return useMemo(
    () => (ops && files && evidence ? groupWaiting({ ops, files, evidence }) : undefined),
    [ops, files, evidence],
  )
}
