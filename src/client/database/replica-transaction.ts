import type { Op } from '../../sync/protocol/op.ts'
import { newOpId, type RandomBytes } from '../../sync/replica/op-id.ts'
import type { ReplicaTransaction, RowKey } from '../../sync/replica/replica-store.ts'
import type { Row } from '../../sync/replica/row.ts'
import { readDevice, writeDevice } from './device-state.ts'
import type { PersonDatabase, RowRecord } from './person-database.ts'

/** What the replica does to the tables, within a Dexie transaction that the caller has opened on them. */
export function replicaTransaction(
  db: PersonDatabase,
  { clock, random }: { readonly clock: () => number; readonly random: RandomBytes },
): ReplicaTransaction {
  return {
    rows: keys => db.rows.bulkGet(keys as [string, string][]),
    rowsOf: feed => db.rows.where('feed').equals(feed).toArray(),
    async putRows(rows) {
      if (rows.length > 0) await db.rows.bulkPut(rows.map(toRowRecord))
    },
    async removeRows(keys: readonly RowKey[]) {
      if (keys.length > 0) await db.rows.bulkDelete(keys as [string, string][])
    },
    feedState: feed => db.feeds.get(feed),
    async putFeedState(feed, state) {
      if (state) await db.feeds.put({ ...state, feed })
      else await db.feeds.delete(feed)
    },
    async stillWaiting(ids) {
      const items = await db.outbox.bulkGet([...ids])
      return new Set(items.flatMap(item => (item ? [item.op.id] : [])))
    },
    isWaitingIn: async feed => (await db.outbox.where('op.feed').equals(feed).limit(1).count()) > 0,
    async acknowledge(ops) {
      if (ops.length === 0) return
      const at = clock()
      await db.outbox.bulkDelete(ops.map(op => op.id))
      await db.sent.bulkPut(ops.map(op => ({ op, at })))
    },
    async hold(records) {
      if (records.length === 0) return
      await db.held.bulkPut(records)
      await db.outbox.bulkDelete(records.map(record => record.op.id))
    },
    async reoffer(feed) {
      const records = await db.sent.where('op.feed').equals(feed).toArray()
      const ops = records.map(record => record.op)
      await db.outbox.bulkPut(ops.map(toOfferedItem))
      await db.sent.bulkDelete(ops.map(op => op.id))
      await db.files.where('state').equals('sent').modify({ state: 'local' })
      return ops
    },
    async renewDevice() {
      const device = await readDevice(db, random)
      const id = newOpId(random)
      await writeDevice(db, { ...device, id })
      const items = await db.outbox.toArray()
      await db.outbox.bulkPut(items.map(item => ({ ...item, op: { ...item.op, device: id } })))
    },
  }
}

export const toOfferedItem = (op: Op) => ({ op, bytes: JSON.stringify(op).length, isOffered: true })

export function toRowRecord(row: Row): RowRecord {
  if (row.value === null) return { ...row, blank: row.type }
  if (!('blank' in row)) return row
  const { blank: _, ...rest } = row as RowRecord
  return rest
}
