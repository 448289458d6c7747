import type { FeedId, Op } from '../protocol/op.ts'
import type { ReplicaTransaction } from './replica-store.ts'
import { pendingSeq, type Row } from './row.ts'

/**
 * Forgets where the feed stands, not what it holds: its rows stay on the screen, marked stale, until the pull
 * from zero has brought them or has ended without them. The outbox is not touched.
 */
export async function beginAgain(transaction: ReplicaTransaction, feed: FeedId): Promise<void> {
  const rows = await transaction.rowsOf(feed)
  await transaction.putRows(
    rows.map(row => (row.pending === null ? { ...row, isStale: true as const } : { ...row, server: null })),
  )
  await transaction.putFeedState(feed, { epoch: '', cursor: 0, count: 0, checksum: 0, isRebuilt: true })
}

/**
 * The feed's server was restored from a backup (SY11): what it took since then it may have lost. All that the
 * tablet still keeps of its sent ops is offered again; the server drops the ones it knows.
 */
export async function beginEpoch(transaction: ReplicaTransaction, feed: FeedId): Promise<void> {
  await beginAgain(transaction, feed)
  const ops = await transaction.reoffer(feed)
  const rows = await transaction.rows(ops.map(op => [op.thing, op.field] as const))
  const shown = ops.flatMap((op, at) => {
    const row = rows[at]
    return row?.pending === null && row.op === op.id ? [showPending(row, op)] : []
  })
  await transaction.putRows(shown)
}

function showPending(row: Row, op: Op): Row {
  const { isStale: _, ...rest } = row
  return { ...rest, pending: op.id, seq: pendingSeq, server: null }
}
