import type { JsonValue } from '../../lib/json-value.ts'
import type { FeedHead, HeldMark, HeldOp, LogRecord } from '../../sync/authority/entry-store.ts'
import type { Entry, Op } from '../../sync/protocol/op.ts'
import { toWireEntry, type HeldReason } from '../../sync/protocol/wire.ts'
import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { EntryRow, FeedRow, HeldRow, LogRow } from './tables.ts'

export const entryToRow = (entry: Entry): EntryRow => ({
  ...entry,
  value: JSON.stringify(entry.value),
  size: Buffer.byteLength(JSON.stringify(toWireEntry(entry))),
})

export const rowToEntry = (row: Omit<EntryRow, 'size'>): Entry => ({
  feed: row.feed,
  type: row.type,
  thing: row.thing,
  field: row.field,
  value: JSON.parse(row.value) as JsonValue,
  seq: row.seq,
  hlc: row.hlc,
  op: row.op,
  author: row.author,
  at: row.at,
})

export const recordToRow = (feed: string, record: LogRecord): Omit<LogRow, 'chain'> => ({
  feed,
  seq: record.answer.seq,
  op: record.op.id,
  device: record.op.device,
  device_seq: record.op.seq,
  record: canonicalJson(record),
})

export const rowToRecord = ({ record }: Pick<LogRow, 'record'>): LogRecord => JSON.parse(record) as LogRecord

/** Held ops may hold anything, so what goes into columns is made fit for both engines; the JSON keeps the truth. */
export function heldToRow({ op, author, reason, at }: HeldOp): HeldRow {
  const text = JSON.stringify(op)
  return {
    id: heldKey({ op, author }),
    op_id: toColumn(op.id),
    feed: toColumn(op.feed),
    author,
    reason,
    at,
    op: text,
  }
}

const heldKey = ({ op, author }: Pick<HeldOp, 'op' | 'author'>): string =>
  createHash('sha256')
    .update(`${author}\n${canonicalJson(op)}`)
    .digest('hex')

/** Where a list of held ops goes on after this one. */
export const markOfHeld = (held: HeldOp): HeldMark => ({ at: held.at, key: heldKey(held) })

export const rowToHeld = ({ op, author, reason, at }: HeldRow): HeldOp => ({
  op: JSON.parse(op) as Op,
  author,
  reason: reason as HeldReason,
  at,
})

export const rowToHead = (row: FeedRow, epoch: string): FeedHead => ({
  feed: row.id,
  epoch,
  head: row.head,
  count: row.count,
  checksum: row.checksum,
  chain: row.chain,
})

const toColumn = (text: string): string => text.toWellFormed().replaceAll('\0', '').slice(0, 500)
