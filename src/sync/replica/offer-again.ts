import { subjectOf } from '../../domain/audits/subject-of.ts'
import { isPublishedForm } from '../../domain/qms/published-form-type.ts'
import { responseFields, responseType } from '../../domain/responses/response-fields.ts'
import { msOfHlc } from '../protocol/hlc.ts'
import { settlementField, settlementThing } from '../protocol/settlement-name.ts'
import type { Op, ThingId } from '../protocol/op.ts'
import type { HeldReason } from '../protocol/wire.ts'
import { applyLocal } from './merge-row.ts'
import type { HeldRecord, ReplicaTransaction } from './replica-store.ts'

/** What was missing when the op came, and others may have sent since. */
const curable: readonly HeldReason[] = ['illegalMove', 'incomplete', 'unknownField']

/**
 * Something new has come of these things: held ops that it may have made right are offered once more, as they were (SY4).
 * Nothing new comes of an op that is held again, so it waits for the next change. One whose field has been written since
 * stays with the person, who has decided otherwise; one that a reviewer has settled stays settled.
 */
export async function offerAgain(
  transaction: ReplicaTransaction,
  news: ReadonlySet<ThingId>,
  person: string,
): Promise<void> {
  if (news.size === 0) return
  const subjects = new Set([...news].map(subjectOf))
  const hasNewForm = [...news].some(isPublishedForm)
  const isCured = (record: HeldRecord): boolean =>
    (curable.includes(record.reason) && subjects.has(subjectOf(record.op.thing))) ||
    (hasNewForm && lacksItsForm(record))
  const curables = (await transaction.listHeld())
    .filter(record => record.settledAt === undefined && isCured(record))
    .map(({ op }) => op)
  const settled = await transaction.rows(
    curables.map(({ id: op, feed }) => [settlementThing(feed), settlementField({ op, author: person })]),
  )
  const concerned = curables.filter((_, at) => settled[at] === undefined)
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

/** The server did not know the form version of the response: a backup may be older than its publishing (SY11). */
const lacksItsForm = ({ op: { type, field }, reason }: HeldRecord): boolean =>
  type === responseType &&
  (reason === 'unknownField' || (reason === 'badValue' && field === responseFields.form))

const byClock = (a: Op, b: Op): number => a.hlc - b.hlc
