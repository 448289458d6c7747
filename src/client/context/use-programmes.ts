import { useMemo } from 'react'
import { programmeType, type Programme } from '../../domain/qms/programme.ts'
import { readProgrammes } from '../../domain/qms/read-programmes.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

/** The programmes of the province in the order of `readProgrammes`; undefined until read. */
export function useProgrammes(): readonly Programme[] | undefined {
  const app = useApp()
  const rows = useWatched(() => app.watchFields(programmeType, ''), `${app.person.id} programmes`)
  return useMemo(() => rows && readProgrammes(rows), [rows])
}
