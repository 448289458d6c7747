import type { DeviceId, Op } from '../../sync/protocol/op.ts'
import type { RandomBytes } from '../../sync/replica/op-id.ts'
import { readDevice, writeDevice } from './device-state.ts'
import { inTransaction, type PersonDatabase } from './person-database.ts'

/**
 * All that waits, in the order it will be offered. Nothing leaves the outbox by it (SY10); but the ops count as offered
 * from now on, since a copy of them is on its way: an edit made later becomes an op of its own.
 */
export async function takeAllWaiting(
  db: PersonDatabase,
  random: RandomBytes,
): Promise<{ readonly device: DeviceId; readonly ops: readonly Op[] }> {
  return inTransaction(db, 'rw', ['outbox', 'meta'], async tables => {
    const [items, device] = await Promise.all([tables.outbox.toArray(), readDevice(tables, random)])
    const offered = items.at(-1)?.op.seq ?? 0
    if (offered > (device.offered ?? 0)) await writeDevice(tables, { ...device, offered })
    return { device: device.id, ops: items.map(({ op }) => op) }
  })
}
