import { useMemo } from 'react'
import { programmeType, readProgramme, type Programme } from '../../domain/qms/programme.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

/** The programmes of the province; undefined until read. */
export function useProgrammes(): readonly Programme[] | undefined {
  const app = useApp()
  const rows = useWatched(() => app.watchFields(programmeType, ''), `${app.person.id} programmes`)
  return useMemo(
    () => rows && [...Map.groupBy(rows, row => row.thing)].map(([id, fields]) => readProgramme(id, fields)),
    [rows],
  )
}
