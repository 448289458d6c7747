import type { Change, NewFile } from '../../../src/sync/replica/replica-store.ts'
import type { Seat } from '../tablet/seat.ts'
import { watchOutbox } from './watch-outbox.ts'
import type { World } from './world.ts'

/** A person saves; what they are then shown as saved is written down in the ledger (SY1). */
export async function save(
  world: World,
  seat: Seat,
  changes: readonly Change[],
  files: readonly NewFile[] = [],
): Promise<void> {
  const { ledger, tell, fail, chance, faults } = world
  const words = changes.map(({ feed, field, value }) => `${feed} ${field}=${JSON.stringify(value)}`)
  const { gate, store } = seat.app()
  const isPlanned = chance.isHit(0.15)
  if (isPlanned && faults.has('crash')) gate.plan('crash', chance.below(20))
  else if (isPlanned && faults.has('fullDisk')) gate.plan('full', chance.below(14))
  const result = await store.save(changes, files).catch(() => undefined)
  if (isPlanned) gate.clear()
  if (!result?.ok) return tell(`${seat.name} could not save: ${result?.error.type ?? 'crashed'}`)
  tell(`${seat.name} saved ${words.join(', ')} as ${result.value.ops.join(' ')}`)
  const { outbox } = await seat.home.look()
  for (const id of result.value.ops) {
    const item = outbox.find(({ op }) => op.id === id)
    if (!item) {
      fail('lost', `${seat.name} was shown ${id} as saved, and the disk does not have it`)
      continue
    }
    if (ledger.ops.has(id)) fail('duplicated', `the op id ${id} was used twice`)
    ledger.ops.set(id, { op: item.op, person: seat.person })
  }
  for (const { sha256 } of files)
    if (!ledger.files.has(sha256)) ledger.files.set(sha256, { sha256, person: seat.person })
  // Within one step a person may save twice while a sync is under way: the second takes the first one's place.
  await watchOutbox(world, seat)
}
