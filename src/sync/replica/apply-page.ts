import { fromWireEntry, type Cursor, type FeedPage } from '../protocol/wire.ts'
import type { ThingId } from '../protocol/op.ts'
import { createFeedTally } from './feed-tally.ts'
import { applyPulled } from './merge-row.ts'
import type { FeedState, ReplicaTransaction } from './replica-store.ts'
import type { Row } from './row.ts'

/**
 * `ignored`: the page continues from somewhere else than where the tablet is. `unsound`: the feed has been
 * read to its end, and count or checksum are not the server's (SY7).
 */
export type AppliedPage =
  | { readonly type: 'ignored' }
  | {
      readonly type: 'applied' | 'unsound'
      readonly hasMoved: boolean
      /** Things of which values came that the tablet did not have, or could not be sure of. */
      readonly news: readonly ThingId[]
    }

/** Puts a page of a feed into the rows and moves the feed's cursor. */
export async function applyPage(
  transaction: ReplicaTransaction,
  page: FeedPage,
  given: { readonly sent: Cursor | undefined; readonly person: string },
): Promise<AppliedPage> {
  const { feed } = page
  const [sentEpoch, sentSeq] = given.sent ?? ['', 0]
  const state = await transaction.feedState(feed)
  const isEpochNew = page.epoch !== sentEpoch
  // A new epoch begins at zero, and so does the state by now (SY11).
  const [epoch, seq] = isEpochNew ? ['', 0] : [sentEpoch, sentSeq]
  if ((state?.epoch ?? '') !== epoch || (state?.cursor ?? 0) !== seq) return { type: 'ignored' }

  const { news, ...sums } = await putEntries(transaction, page, state)
  const isRebuilt = (state?.isRebuilt ?? false) && page.more
  const chain = page.more ? state?.chain : page.chain
  const next: FeedState = { epoch: page.epoch, cursor: page.cursor, isRebuilt, chain, ...sums }
  await transaction.putFeedState(feed, next)
  if (state?.isRebuilt && !page.more) await sweep(transaction, page, given.person)

  const hasMoved = isEpochNew || page.cursor !== sentSeq
  const isSound = page.more || (next.count === page.count && next.checksum === page.checksum)
  return { type: isSound ? 'applied' : 'unsound', hasMoved, news }
}

async function putEntries(
  transaction: ReplicaTransaction,
  page: FeedPage,
  state: FeedState | undefined,
): Promise<Pick<FeedState, 'count' | 'checksum'> & { readonly news: readonly ThingId[] }> {
  const entries = page.entries.map(entry => fromWireEntry(page.feed, entry))
  const before = await transaction.rows(entries.map(({ thing, field }) => [thing, field] as const))
  const tally = createFeedTally(state ?? { count: 0, checksum: 0 })
  const changed: Row[] = []
  const news = new Set<ThingId>()
  entries.forEach((entry, at) => {
    const row = applyPulled(before[at], entry)
    if (row === before[at]) return
    tally.replace(before[at], row)
    changed.push(row)
    // A stale one may have been missing at the server until now, though it was here (SY11).
    const isKnown = before[at]?.isStale !== true && before[at]?.op === entry.op
    if (!isKnown && before[at]?.server?.op !== entry.op) news.add(entry.thing)
  })
  await transaction.putRows(changed)
  return { ...tally.sums(), news: [...news] }
}

/**
 * The pull from zero has ended: what is still stale is not on the server. What others wrote goes; what this
 * person wrote stays on the screen, for nobody else may have it any more.
 */
async function sweep(transaction: ReplicaTransaction, page: FeedPage, person: string): Promise<void> {
  const rows = await transaction.rowsOf(page.feed)
  const gone = rows.filter(row => row.isStale && row.author !== person)
  await transaction.removeRows(gone.map(row => [row.thing, row.field] as const))
}
