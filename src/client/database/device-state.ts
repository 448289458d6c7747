import { newOpId, type RandomBytes } from '../../sync/replica/op-id.ts'
import type { DeviceState } from '../../sync/replica/plan-save.ts'
import type { PersonDatabase } from './person-database.ts'

/** Within a transaction on `meta`: who this tablet is to the server; made when first asked for (SY2). */
export async function readDevice(db: PersonDatabase, random: RandomBytes): Promise<DeviceState> {
  const stored = await db.meta.get('device')
  if (stored) return stored.value as DeviceState
  const device: DeviceState = { id: newOpId(random), seq: 0, hlc: 0 }
  await writeDevice(db, device)
  return device
}

export async function writeDevice(db: PersonDatabase, device: DeviceState): Promise<void> {
  await db.meta.put({ key: 'device', value: device })
}
