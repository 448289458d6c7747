import { useMemo } from 'react'
import { readSettings, settingsType, type Settings } from '../../domain/qms/settings.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

/** What the province has set, and the usual for what it has not; undefined until read. */
export function useSettings(): Settings | undefined {
  const app = useApp()
  const rows = useWatched(() => app.watchFields(settingsType, ''), `${app.person.id} settings`)
  return useMemo(() => rows && readSettings(rows), [rows])
}
