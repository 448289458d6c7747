import type { RunningApp, Seat } from '../tablet/seat.ts'
import type { World } from './world.ts'

/** Ops, and with luck files after them, as the sync runner has it; perhaps the app dies on the way. */
export async function sync(world: World, seat: Seat, withFiles: boolean): Promise<void> {
  const { chance, faults, isQuiet } = world
  const app = seat.app()
  const { gate } = app
  if (!isQuiet && faults.has('crash') && chance.isHit(0.25)) gate.plan('crash', chance.below(60))
  else if (!isQuiet && faults.has('fullDisk') && chance.isHit(0.15)) gate.plan('full', chance.below(40))
  const isPlanned = !isQuiet && (faults.has('crash') || faults.has('fullDisk'))
  const isSynced = await syncOps(world, seat, app, isPlanned)
  // Ops go first: before the tablet has noted the server's epoch, no file may count as sent.
  if (withFiles && isSynced && !gate.isDead()) await sendFiles(world, seat, app, isPlanned)
  gate.clear()
}

export async function syncOps(
  world: World,
  seat: Seat,
  app: RunningApp,
  mayBreak: boolean,
): Promise<boolean> {
  const outcome = await app.replica.syncOnce()
  const isFailed = outcome.type === 'storeFailed'
  world.tell(`${seat.name} synced: ${isFailed ? String(outcome.cause) : JSON.stringify(outcome)}`)
  if (isFailed && !mayBreak)
    world.fail('diverged', `the store of ${seat.name} failed: ${String(outcome.cause)}`)
  if (outcome.type === 'synced' && outcome.unsound.length > 0)
    world.fail('diverged', `the sums of ${outcome.unsound.join(' ')} do not agree on ${seat.name}`)
  return outcome.type === 'synced'
}

async function sendFiles(world: World, seat: Seat, app: RunningApp, mayBreak: boolean): Promise<void> {
  app.sender.forgetRefusals()
  const result = await app.sender
    .sendAll(async () => undefined)
    .catch((cause: unknown) => ({ type: 'broke', cause }) as const)
  world.tell(`${seat.name} files: ${JSON.stringify(result)}`)
  if (result.type === 'broke' && !mayBreak)
    world.fail('diverged', `sending files broke on ${seat.name}: ${String(result.cause)}`)
}
