import type { HeldRecord } from '../../sync/replica/replica-store.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

/** This person's changes that the server has not taken, until they are settled; undefined until read. */
export function useHeld(): readonly HeldRecord[] | undefined {
  const app = useApp()
  return useWatched(() => app.watchHeld(), `${app.person.id} held`)
}
