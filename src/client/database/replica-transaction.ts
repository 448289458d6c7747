import type { Op } from '../../sync/protocol/op.ts'
import { newOpId, type RandomBytes } from '../../sync/replica/op-id.ts'
import type { ReplicaTransaction, RowKey } from '../../sync/replica/replica-store.ts'
import type { Row } from '../../sync/replica/row.ts'
import { readDevice, writeDevice } from './device-state.ts'
import type { PersonTables, RowRecord } from './person-database.ts'

/** What the replica does to tables, all of which belong to one transaction. */
export function replicaTransaction(
  tables: PersonTables,
  { clock, random }: { readonly clock: () => number; readonly random: RandomBytes },
): ReplicaTransaction {
  const { rows, outbox, held, sent, feeds, files } = tables
  return {
    rows: keys => rows.bulkGet(keys as [string, string][]),
    rowsOf: feed => rows.where('feed').equals(feed).toArray(),
    async putRows(changed) {
      if (changed.length > 0) await rows.bulkPut(changed.map(toRowRecord))
    },
    async removeRows(keys: readonly RowKey[]) {
      if (keys.length > 0) await rows.bulkDelete(keys as [string, string][])
    },
    feedState: feed => feeds.get(feed),
    async putFeedState(feed, state) {
      if (state) await feeds.put({ ...state, feed })
      else await feeds.delete(feed)
    },
    async stillWaiting(ids) {
      const items = await outbox.bulkGet([...ids])
      return new Set(items.flatMap(item => (item ? [item.op.id] : [])))
    },
    isWaitingIn: async feed => (await outbox.where('op.feed').equals(feed).limit(1).count()) > 0,
    async acknowledge(ops) {
      if (ops.length === 0) return
      const at = clock()
      await outbox.bulkDelete(ops.map(op => op.id))
      await sent.bulkPut(ops.map(op => ({ op, at })))
    },
    async hold(records) {
      if (records.length === 0) return
      await held.bulkPut(records)
      await outbox.bulkDelete(records.map(record => record.op.id))
    },
    async reoffer(feed) {
      const records = await sent.where('op.feed').equals(feed).toArray()
      const ops = records.map(record => record.op)
      await outbox.bulkPut(ops.map(toOfferedItem))
      await sent.bulkDelete(ops.map(op => op.id))
      await files.where('state').equals('sent').modify({ state: 'local' })
      return ops
    },
    async renewDevice() {
      const device = await readDevice(tables, random)
      const id = newOpId(random)
      await writeDevice(tables, { ...device, id })
      const items = await outbox.toArray()
      await outbox.bulkPut(items.map(item => ({ ...item, op: { ...item.op, device: id } })))
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
