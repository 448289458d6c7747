import type { FeedId } from '../protocol/op.ts'
import type { BackupMark, Cursor } from '../protocol/wire.ts'
import type { EntryStore } from './entry-store.ts'

interface Wanted {
  /** Feeds in scope: nobody learns of others (SY9). */
  readonly feeds: readonly FeedId[]
  readonly cursors: Readonly<Record<FeedId, Cursor>>
  /** The newest backup that the replica knows. */
  readonly known: number
}

/** The newest backup, when it is news to the replica; of its feeds only what changed since the one it knows. */
export async function tellBackup(
  store: Pick<EntryStore, 'findBackup'>,
  { feeds, cursors, known }: Wanted,
): Promise<BackupMark | undefined> {
  const backup = await store.findBackup(feeds, known)
  if (!backup) return undefined
  const isNews = (feed: FeedId, since: number): boolean =>
    since > known || !Object.hasOwn(cursors, feed) || cursors[feed]?.[0] !== backup.epoch
  const heads = [...backup.heads].filter(([feed, { since }]) => isNews(feed, since))
  return {
    at: backup.at,
    epoch: backup.epoch,
    heads: Object.fromEntries(heads.map(([feed, { head }]) => [feed, head])),
  }
}
