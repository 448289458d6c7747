import { Dexie } from 'dexie'
import type { Op, OpId } from '../../sync/protocol/op.ts'
import type { OutboxKey, PersonTables } from './person-database.ts'

type Outbox = Pick<PersonTables, 'outbox'>

export const outboxKey = ({ seq, id }: Op): OutboxKey => [seq, id]

/** Which of the ops are in the outbox. They were taken from its front together, so one range has them. */
export async function findInOutbox({ outbox }: Outbox, ops: readonly Op[]): Promise<ReadonlySet<OpId>> {
  if (ops.length === 0) return new Set()
  const asked = new Set(ops.map(op => op.id))
  const keys = await rangeOf(outbox, ops).primaryKeys()
  return new Set(keys.flatMap(([, id]) => (asked.has(id) ? [id] : [])))
}

/**
 * Takes the ops out: with one call when nothing else lies between them, which is nearly always so. An op that was
 * offered again or replaced its predecessor meanwhile may have slipped in; it has no answer and stays (SY10).
 */
export async function takeOutOfOutbox({ outbox }: Outbox, ops: readonly Op[]): Promise<void> {
  if (ops.length === 0) return
  const answered = new Set(ops.map(op => op.id))
  const keys = await rangeOf(outbox, ops).primaryKeys()
  const own = keys.filter(([, id]) => answered.has(id))
  if (own.length === keys.length) await rangeOf(outbox, ops).delete()
  else await outbox.bulkDelete(own)
}

function rangeOf(outbox: Outbox['outbox'], ops: readonly Op[]) {
  const seqs = ops.map(op => op.seq)
  return outbox.where(':id').between([Math.min(...seqs), Dexie.minKey], [Math.max(...seqs), Dexie.maxKey])
}
