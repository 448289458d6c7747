import type { FileFact } from '../../sync/replica/whereabouts.ts'
import type { Watchable } from './app.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

type FileFacts = ReadonlyMap<string, FileFact>

const none: FileFacts = new Map()
const nothing: Watchable<FileFacts> = { subscribe: () => ({ unsubscribe: () => undefined }) }

/** Of these files, those this tablet has, and whether the server has them too. */
export function useFileFacts(sha256s: readonly string[]): FileFacts {
  const app = useApp()
  // Most questions have no photo; a query for each of them would stand in the way of the save that follows.
  const watch = () => (sha256s.length > 0 ? app.watchFileFacts(sha256s) : nothing)
  return useWatched(watch, sha256s.join(' ')) ?? none
}
