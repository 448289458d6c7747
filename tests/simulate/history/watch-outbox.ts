import { opsOf } from '../../../src/client/database/replica-transaction.ts'
import type { Op, OpId } from '../../../src/sync/protocol/op.ts'
import type { Disk } from '../tablet/home.ts'
import type { Seat } from '../tablet/seat.ts'
import type { World } from './world.ts'

const lastSeen = new WeakMap<Seat, ReadonlyMap<OpId, Op>>()

/**
 * After every step: what left the outbox was answered, or replaced before it was ever offered (SY10), and the person
 * sees what waits.
 */
export async function watchOutbox(world: World, seat: Seat): Promise<void> {
  const disk = await seat.home.look()
  const waiting = new Map(disk.outbox.map(({ op }) => [op.id, op]))
  const kept = keptOps(disk)
  for (const id of kept.keys()) world.ledger.made.add(id)
  for (const [id, op] of lastSeen.get(seat) ?? [])
    if (!kept.has(id)) await findReplacement(world, seat, op, kept)
  lastSeen.set(seat, waiting)

  const rows = new Map(disk.rows.map(row => [`${row.thing}\n${row.field}`, row]))
  for (const op of disk.sent.flatMap(opsOf)) world.ledger.sent.add(op.id)
  for (const op of waiting.values()) {
    // What a restored server is offered again may have been replaced since it was first sent.
    if (world.ledger.sent.has(op.id)) continue
    const row = rows.get(`${op.thing}\n${op.field}`)
    const shown = row?.pending ? waiting.get(row.pending) : undefined
    const isShown = shown?.field === op.field && JSON.stringify(shown.value) === JSON.stringify(row?.value)
    if (!isShown) world.fail('lost', `${seat.name} does not see what waits in ${op.field}`)
  }
}

/** A disaster has changed the disk: from here on anew. */
export const forgetOutbox = (seat: Seat): void => void lastSeen.delete(seat)

/** All ops a database has, by id. */
export function keptOps({ outbox, held, sent }: Disk): Map<OpId, Op> {
  const ops = [...outbox.map(({ op }) => op), ...held.map(({ op }) => op), ...sent.flatMap(opsOf)]
  return new Map(ops.map(op => [op.id, op]))
}

async function findReplacement(world: World, seat: Seat, op: Op, kept: ReadonlyMap<OpId, Op>): Promise<void> {
  const isInItsPlace = (one: Op): boolean =>
    one.thing === op.thing && one.field === op.field && one.seq === op.seq && one.base === op.base
  const next = [...kept.values()].find(isInItsPlace)
  if (next && !seat.offered().has(op.id)) {
    world.ledger.replacements.set(op.id, next.id)
    return
  }
  // Let go of, after the server had taken it: then the server must have it in the end.
  if (await world.server.hasLogged(op.id)) return
  world.fail('lost', `${op.id} (${op.field}) left the outbox of ${seat.name} without an answer`)
}
