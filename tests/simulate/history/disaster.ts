import type { OpId } from '../../../src/sync/protocol/op.ts'
import { keptOps, forgetOutbox } from './watch-outbox.ts'
import type { World } from './world.ts'

/** Everything that keeps ops and files, at one moment. */
interface Places {
  readonly onTablets: ReadonlySet<OpId>
  readonly atServer: ReadonlySet<OpId>
  readonly files: ReadonlySet<string>
}

/**
 * Does what nobody can undo, and writes down what it took for good: only what had no other place at that moment is
 * excused from being there in the end. See README.md.
 */
export async function disaster(world: World, tells: string, work: () => Promise<void>): Promise<void> {
  const { ledger, tell } = world
  const before = await findPlaces(world)
  await work()
  const after = await findPlaces(world)
  tell(tells)
  for (const [id, saved] of ledger.ops) {
    if (before.onTablets.has(id) && !after.onTablets.has(id)) saved.isTabletGone = true
  }
  for (const id of [...before.onTablets, ...before.atServer]) {
    if (after.onTablets.has(id) || after.atServer.has(id)) continue
    ledger.taken.add(id)
    if (ledger.ops.has(id)) tell(`   which took ${id} for good`)
  }
  for (const file of ledger.files.values())
    if (before.files.has(file.sha256) && !after.files.has(file.sha256)) file.excused ??= tells
  for (const seat of world.seats()) forgetOutbox(seat)
}

export async function findPlaces({ server, seats }: World): Promise<Places> {
  const { db } = server.database
  const logged = await db.selectFrom('log').select('op').execute()
  const held = await db.selectFrom('held').select('op_id').execute()
  const disks = await Promise.all(seats().map(seat => seat.home.look()))
  return {
    onTablets: new Set(disks.flatMap(disk => [...keptOps(disk).keys()])),
    atServer: new Set([...logged.map(({ op }) => op), ...held.map(row => row.op_id)]),
    files: new Set([
      ...server.storedFiles().keys(),
      ...disks.flatMap(disk => disk.files.map(({ sha256 }) => sha256)),
    ]),
  }
}
