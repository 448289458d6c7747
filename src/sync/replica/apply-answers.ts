import type { FeedId, Op } from '../protocol/op.ts'
import type { Answer } from '../protocol/wire.ts'
import { createFeedTally, type FeedTally } from './feed-tally.ts'
import { applyAnswer } from './merge-row.ts'
import type { AcknowledgedOp, FeedState, HeldRecord, ReplicaTransaction, RowKey } from './replica-store.ts'
import { createRowMap } from './row-map.ts'
import type { Row } from './row.ts'

interface AnswersGiven {
  readonly ops: readonly Op[]
  /** One for each op, in their order. */
  readonly answers: readonly Answer[]
  /** Whose ops they are, and when the answers were given, milliseconds since 1970. */
  readonly taken: { readonly author: string; readonly at: number }
}

const unknownFeed: FeedState = { epoch: '', cursor: 0, count: 0, checksum: 0, isRebuilt: false }

/** Moves answered ops out of the outbox, and shows in their rows what the answers say (SY3, SY4). */
export async function applyAnswers(
  transaction: ReplicaTransaction,
  { ops, answers, taken }: AnswersGiven,
): Promise<{ readonly acknowledged: number; readonly held: number }> {
  if (ops.length === 0) return { acknowledged: 0, held: 0 }
  const stillWaiting = await transaction.stillWaiting(ops)
  const stored = await transaction.rows(ops.map(keyOf))
  const rows = createRowMap<{ readonly key: RowKey; before: Row | undefined; after: Row | undefined }>()
  ops.forEach((op, at) => {
    rows.set(keyOf(op), { key: keyOf(op), before: stored[at], after: stored[at] })
  })

  const acknowledged: AcknowledgedOp[] = []
  const held: HeldRecord[] = []
  const feeds = new Set<FeedId>()
  ops.forEach((op, at) => {
    const answer = answers[at]
    const row = rows.get(keyOf(op))
    if (!answer || !row || !stillWaiting.has(op.id)) return
    if (answer.result === 'held') held.push({ op, reason: answer.reason, at: taken.at })
    else acknowledged.push({ op, seq: answer.seq })
    row.after = applyAnswer(row.after, op, answer, taken)
    feeds.add(op.feed)
  })

  const all = rows.values()
  for (const feed of feeds) {
    const state = (await transaction.feedState(feed)) ?? unknownFeed
    const tally: FeedTally = createFeedTally(state)
    const ofFeed = all.filter(({ before, after }) => (after ?? before)?.feed === feed)
    for (const { before, after } of ofFeed) tally.replace(before, after)
    await transaction.putFeedState(feed, { ...state, ...tally.sums() })
  }
  const changed = all.filter(({ before, after }) => before !== after)
  await transaction.putRows(changed.flatMap(({ after }) => (after ? [after] : [])))
  await transaction.removeRows(changed.flatMap(({ key, after }) => (after ? [] : [key])))
  await transaction.acknowledge(acknowledged)
  await transaction.hold(held)
  return { acknowledged: acknowledged.length, held: held.length }
}

const keyOf = (op: Op): RowKey => [op.thing, op.field]
