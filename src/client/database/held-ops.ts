import type { OpId } from '../../sync/protocol/op.ts'
import { msOfHlc } from '../../sync/protocol/hlc.ts'
import { applyLocal } from '../../sync/replica/merge-row.ts'
import { inTransaction, type PersonDatabase } from './person-database.ts'
import { toOfferedItem } from './replica-transaction.ts'
import { toRowRecord } from './row-draft.ts'

/** Offers a held op again, as it was (SY4). A newer edit of the field stays shown over it. */
export async function retryHeldOp(db: PersonDatabase, id: OpId, person: string): Promise<void> {
  await inTransaction(db, 'rw', ['rows', 'outbox', 'held'], async ({ rows, outbox, held }) => {
    const record = await held.get(id)
    if (!record) return
    const { op } = record
    const row = await rows.get([op.thing, op.field])
    await outbox.put(toOfferedItem(op))
    await held.delete(id)
    if (!row || row.pending === null)
      await rows.put(toRowRecord(applyLocal(row, op, person, msOfHlc(op.hlc))))
  })
}

/** The person lets go of a held change. The record stays: what was saved once is never deleted (SY10). */
export async function settleHeldOp(db: PersonDatabase, id: OpId, now: number): Promise<void> {
  await db.held.update(id, { settledAt: now })
}
