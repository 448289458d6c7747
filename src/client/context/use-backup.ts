import type { BackupView } from '../../sync/replica/whereabouts.ts'
import type { Watchable } from './app.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

const nothing: Watchable<BackupView> = { subscribe: () => ({ unsubscribe: () => undefined }) }
const unneeded: BackupView = { backup: undefined, epochs: new Map() }

/** How far the server's newest backup goes, nothing of it while the tablet has not been told; undefined until read. */
export function useBackup(isNeeded = true): BackupView | undefined {
  const app = useApp()
  // It is read anew at each save: seventy cards that show no file must not ask.
  const watch = () => (isNeeded ? app.watchBackup() : nothing)
  const view = useWatched(watch, `${app.person.id} backup ${isNeeded}`)
  return isNeeded ? view : unneeded
}
