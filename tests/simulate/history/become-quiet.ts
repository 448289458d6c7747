import { isBehind } from './is-behind.ts'
import { sync } from './sync.ts'
import { watchOutbox } from './watch-outbox.ts'
import type { World } from './world.ts'

const mostRounds = 8

/** All trouble ends: whoever has something brings it, until nobody has anything left to say or to hear. */
export async function becomeQuiet(world: World): Promise<void> {
  const { server, network, seats, fail } = world
  world.isQuiet = true
  world.meanwhile = async () => undefined
  world.tell('· quiet')
  server.upgrade()
  await network.deliverLate(Infinity)
  for (const seat of seats()) {
    await seat.reboot()
    // What the server was too old for, it understands now.
    for (const { op, reason } of (await seat.home.look()).held)
      if (reason === 'newerSchema') await seat.app().store.retryHeld(op.id)
    await watchOutbox(world, seat)
  }
  for (let round = 1; round <= mostRounds; round++) {
    let synced = 0
    for (const seat of seats()) {
      if (round > 1 && !(await isBehind(world, seat))) continue
      synced++
      await sync(world, seat, true)
      await watchOutbox(world, seat)
    }
    if (synced === 0) return
  }
  fail('diverged', `nothing has come to rest after ${mostRounds} rounds`)
}
