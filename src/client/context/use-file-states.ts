import type { Watchable } from './app.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

type FileStates = ReadonlyMap<string, 'local' | 'sent'>

const none: FileStates = new Map()
const nothing: Watchable<FileStates> = { subscribe: () => ({ unsubscribe: () => undefined }) }

/** Which of these files only this tablet has yet. */
export function useFileStates(sha256s: readonly string[]): FileStates {
  const app = useApp()
  // Most questions have no photo; a query for each of them would stand in the way of the save that follows.
  const watch = () => (sha256s.length > 0 ? app.watchFileStates(sha256s) : nothing)
  return useWatched(watch, sha256s.join(' ')) ?? none
}
