import { subjectOf } from '../../domain/audits/audit-number.ts'
import { msOfHlc } from '../protocol/hlc.ts'
import type { Op, ThingId } from '../protocol/op.ts'
import type { HeldReason } from '../protocol/wire.ts'
import { applyLocal } from './merge-row.ts'
import type { ReplicaTransaction } from './replica-store.ts'

/** What was missing when the op came, and others may have sent since. */
const curable: readonly HeldReason[] = ['illegalMove', 'incomplete', 'unknownField']

/**
 * Something new has come of these things: held ops that it may have made right are offered once more, as they were (SY4).
 * Nothing new comes of an op that is held again, so it waits for the next change. One whose field has been written since
 * stays with the person, who has decided otherwise.
 */
export async function offerAgain(
  transaction: ReplicaTransaction,
  news: ReadonlySet<ThingId>,
  person: string,
): Promise<void> {
  if (news.size === 0) return
  const subjects = new Set([...news].map(subjectOf))
  const concerned = (await transaction.listHeld())
    .filter(({ op, reason, settledAt }) => {
      return settledAt === undefined && curable.includes(reason) && subjects.has(subjectOf(op.thing))
    })
    .map(({ op }) => op)
  const newest = [...new Map(concerned.sort(byClock).map(op => [`${op.thing}\n${op.field}`, op])).values()]
  const rows = await transaction.rows(newest.map(op => [op.thing, op.field] as const))
  const offered = newest.flatMap((op, at) => {
    const row = rows[at]
    return row && row.hlc > op.hlc ? [] : [{ op, row }]
  })
  if (offered.length === 0) return
  await transaction.putRows(offered.map(({ op, row }) => applyLocal(row, op, person, msOfHlc(op.hlc))))
  await transaction.offerHeld(offered.map(({ op }) => op))
}

const byClock = (a: Op, b: Op): number => a.hlc - b.hlc
