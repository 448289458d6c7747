import type { FeedId } from '../protocol/op.ts'
import type { EntryStore } from './entry-store.ts'
import { openDraft } from './open-draft.ts'
import { systemAuthor, takeSystemChange, type SystemChange } from './system-op.ts'

interface Given {
  readonly store: EntryStore
  readonly author: string | undefined
  readonly nowMs: () => number
  readonly newId: () => string
  /** Where the feed has to end, or nothing is written. */
  readonly head?: number
}

/**
 * Sets fields on top of what they have, in one commit; resolves to the number written, to undefined when the feed has
 * moved on. Throws when a thing lives in another feed.
 */
export function writeChanges(
  feed: FeedId,
  changes: readonly SystemChange[],
  { store, author = systemAuthor, nowMs, newId, head }: Given,
): Promise<number | undefined> {
  return store.inFeed(feed, async transaction => {
    if (head !== undefined && transaction.head.head !== head) return undefined
    const draft = await openDraft(transaction, [], changes, nowMs())
    const group = `s.${newId()}`
    let written = 0
    for (const change of changes) {
      if (draft.isElsewhere(change.thing))
        throw new Error(`${change.thing} lives in another feed than ${feed}`)
      const id = `s.${newId()}`
      if (takeSystemChange(draft, change, { feed, id, group, author })) written += 1
    }
    const change = draft.change()
    if (change) await transaction.commit(change)
    return written
  })
}
