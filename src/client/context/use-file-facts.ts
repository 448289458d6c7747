import { useState } from 'react'
import type { FileFact } from '../../sync/replica/whereabouts.ts'
import type { Watchable } from './app.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

/** By SHA-256; null for a file this tablet does not have, nothing for one that has not been looked for yet. */
export type FileFacts = ReadonlyMap<string, FileFact | null>

const none: FileFacts = new Map()
const nothing: Watchable<FileFacts> = { subscribe: () => ({ unsubscribe: () => undefined }) }

/**
 * Of these files, those this tablet has, and whether the server has them too; undefined until first read. While the
 * facts of one more file are read, those of the others stay.
 */
export function useFileFacts(sha256s: readonly string[]): FileFacts | undefined {
  const app = useApp()
  // Most questions have no photo; a query for each of them would stand in the way of the save that follows.
  const isNeeded = sha256s.length > 0
  const watch = () => (isNeeded ? app.watchFileFacts(sha256s) : nothing)
  const facts = useWatched(watch, sha256s.join(' '))
  const [last, setLast] = useState(facts)
  if (facts && facts !== last) setLast(facts)
  return isNeeded ? (facts ?? last) : none
}
