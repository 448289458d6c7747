import type { OpId, ThingId } from '../protocol/op.ts'
import type { FeedTransaction } from './entry-store.ts'
import { createFeedDraft, type FeedDraft } from './feed-draft.ts'

/** Reads what deciding about these ids and things needs. */
export async function openDraft(
  transaction: FeedTransaction,
  ids: readonly OpId[],
  changes: readonly { readonly thing: ThingId }[],
  nowMs: number,
): Promise<FeedDraft> {
  const { head } = transaction
  const things = [...new Set(changes.map(({ thing }) => thing))]
  const logged = await transaction.findLogged([...new Set(ids)])
  const feedsOf = await transaction.findFeedsOf(things)
  const own = things.filter(thing => feedsOf.get(thing) === head.feed)
  const entries = own.length > 0 ? await transaction.entriesOf(own) : []
  return createFeedDraft({ head, entries, logged, feedsOf, nowMs })
}
