import { newOpId, type RandomBytes } from '../../sync/replica/op-id.ts'
import type { DeviceState } from '../../sync/replica/plan-save.ts'
import type { PersonTables } from './person-database.ts'

type Meta = Pick<PersonTables, 'meta'>

/** Within a transaction on `meta`: who this tablet is to the server; made when first asked for (SY2). */
export async function readDevice({ meta }: Meta, random: RandomBytes): Promise<DeviceState> {
  const stored = await meta.get('device')
  if (stored) return stored.value as DeviceState
  const device: DeviceState = { id: newOpId(random), seq: 0, hlc: 0 }
  await writeDevice({ meta }, device)
  return device
}

export async function writeDevice({ meta }: Meta, device: DeviceState): Promise<void> {
  await meta.put({ key: 'device', value: device })
}
