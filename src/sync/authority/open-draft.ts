import type { Entry, Op, OpId } from '../protocol/op.ts'
import type { FeedTransaction, LogRecord } from './entry-store.ts'
import { createFeedDraft, type FeedDraft } from './feed-draft.ts'
import { listMetInRows } from './row-conflict.ts'

/** Reads what deciding about these ids and things needs. */
export async function openDraft(
  transaction: FeedTransaction,
  ids: readonly OpId[],
  changes: readonly (Pick<Op, 'type' | 'thing' | 'field' | 'value'> & Partial<Pick<Op, 'base'>>)[],
  nowMs: number,
): Promise<FeedDraft> {
  const { head } = transaction
  const things = [...new Set(changes.map(({ thing }) => thing))]
  const logged = await transaction.findLogged([...new Set(ids)])
  const feedsOf = await transaction.findFeedsOf(things)
  const own = things.filter(thing => feedsOf.get(thing) === head.feed)
  const entries = own.length > 0 ? await transaction.entriesOf(own) : []
  const findMore = async (wanted: readonly OpId[]): Promise<ReadonlyMap<OpId, LogRecord>> => {
    const missing = [...new Set(wanted)].filter(id => !logged.has(id))
    return missing.length > 0 ? transaction.findLogged(missing) : new Map()
  }
  const met = await findMore(unseenValues(entries, changes))
  const inRows = await findMore(changes.flatMap(change => listMetInRows(entries, change)))
  // Where a row stood that was taken away.
  const places = await findMore([...inRows.values()].flatMap(({ op }) => op.base ?? []))
  const known = new Map([...logged, ...met, ...inRows, ...places])
  return createFeedDraft({ head, entries, logged: known, feedsOf, nowMs })
}

/** The ops of values that a change is about to meet without having seen them: a conflict names their tablets. */
function unseenValues(
  entries: readonly Entry[],
  changes: readonly Partial<Pick<Op, 'thing' | 'field' | 'base'>>[],
): readonly OpId[] {
  const values = new Map(entries.map(({ thing, field, op }) => [`${thing}\n${field}`, op]))
  const met = changes.flatMap(({ thing, field, base }) => {
    const op = values.get(`${thing}\n${field}`)
    return op === undefined || op === base ? [] : [op]
  })
  return [...new Set(met)]
}
