import { limits } from '../protocol/limits.ts'
import type { FeedId, OpId } from '../protocol/op.ts'
import { toWireEntry, type Cursor, type FeedPage } from '../protocol/wire.ts'
import type { EntryStore, FeedHead } from './entry-store.ts'

interface Wanted {
  /** Feeds in scope. */
  readonly feeds: readonly FeedId[]
  readonly cursors: Readonly<Record<FeedId, Cursor>>
  /** Bytes the replica wants at most. */
  readonly room: number
  /** Ops whose answer in this same response tells all there is to tell. */
  readonly acknowledged: ReadonlySet<OpId>
}

interface Pulled {
  readonly epoch: string | undefined
  readonly pages: readonly FeedPage[]
}

/** Asked of for the epoch by whoever reads no feed; nobody writes to it. */
const noFeed = '-'

/** What feeds have after the replica's cursors, until the room is used up (SY7, SY8). */
export async function pullFeeds(store: EntryStore, wanted: Wanted): Promise<Pulled> {
  const { least, most } = limits.room
  let room = Math.min(Math.max(wanted.room || 0, least), most)
  const pages: FeedPage[] = []
  const heads = await store.heads(wanted.feeds.length > 0 ? wanted.feeds : [noFeed])
  for (const feed of wanted.feeds) {
    const known = heads.get(feed)
    const cursor = Object.hasOwn(wanted.cursors, feed) ? wanted.cursors[feed] : undefined
    if (!known || isUpToDate(known, cursor)) continue
    const after = startIn(known, cursor)
    if (room <= 0) {
      pages.push({ ...known, cursor: after, more: true, entries: [] })
      continue
    }
    const { head, entries, bytes, more } = await store.readAfter(feed, after, room)
    room -= bytes
    pages.push({
      ...head,
      cursor: more ? (entries.at(-1)?.seq ?? after) : head.head,
      more,
      entries: entries.filter(({ op }) => !wanted.acknowledged.has(op)).map(toWireEntry),
    })
  }
  const [any] = heads.values()
  return { epoch: any?.epoch, pages }
}

/** A feed nobody wrote to is news only to a replica that remembers more than the server does (SY11). */
const isUpToDate = ({ epoch, head }: FeedHead, cursor: Cursor | undefined): boolean =>
  cursor ? cursor[0] === epoch && cursor[1] === head : head === 0

/** A cursor of another epoch, or ahead of the feed, says nothing: the replica gets the feed from zero. */
const startIn = ({ epoch, head }: FeedHead, cursor: Cursor | undefined): number =>
  cursor && cursor[0] === epoch && cursor[1] >= 0 && cursor[1] <= head ? cursor[1] : 0
