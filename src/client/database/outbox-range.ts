import { Dexie } from 'dexie'
import type { Op, OpId } from '../../sync/protocol/op.ts'
import type { OutboxKey, PersonTables } from './person-database.ts'

type Outbox = Pick<PersonTables, 'outbox'>

export const outboxKey = ({ seq, id }: Op): OutboxKey => [seq, id]

export interface FoundInOutbox {
  readonly ids: ReadonlySet<OpId>
  /** Nothing lies between them that was not asked for. */
  readonly isAlone: boolean
}

/** Which of the ops are in the outbox. They were taken from its front together, so one range has them. */
export async function findInOutbox({ outbox }: Outbox, ops: readonly Op[]): Promise<FoundInOutbox> {
  if (ops.length === 0) return { ids: new Set(), isAlone: false }
  const asked = new Set(ops.map(op => op.id))
  const keys = await rangeOf(outbox, ops).primaryKeys()
  const ids = new Set(keys.flatMap(([, id]) => (asked.has(id) ? [id] : [])))
  return { ids, isAlone: ids.size === keys.length }
}

/**
 * Takes the ops out: with one call when nothing else lies between them, which is nearly always so. An op that was
 * offered again or replaced its predecessor meanwhile may have slipped in; it has no answer and stays (SY10).
 * @param areAlone this transaction has found them, and nothing else lies between them
 */
export async function takeOutOfOutbox(
  { outbox }: Outbox,
  ops: readonly Op[],
  areAlone: boolean,
): Promise<void> {
  if (ops.length === 0) return
  if (areAlone) return void (await rangeOf(outbox, ops).delete())
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
