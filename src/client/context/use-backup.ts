import type { BackupView } from '../../sync/replica/whereabouts.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

const unknown: BackupView = { backup: undefined, epochs: new Map() }

/** How far the server's newest backup goes; nothing of it while the tablet has not been told. */
export function useBackup(): BackupView {
  const app = useApp()
  return useWatched(() => app.watchBackup(), `${app.person.id} backup`) ?? unknown
}
