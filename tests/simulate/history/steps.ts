import { fills } from '../commune.ts'
import { audit } from './audit.ts'
import type { FaultName } from './faults.ts'
import { forge } from './forge.ts'
import { sync, syncOps } from './sync.ts'
import * as trouble from './trouble.ts'
import * as work from './work.ts'
import type { World } from './world.ts'

interface Step {
  readonly weight: number
  readonly fault?: FaultName
  readonly run: (world: World) => Promise<void>
}

const seatOf = ({ chance, seats }: World) => chance.pick(seats())
const tabletOf = ({ chance, tablets }: World) => chance.pick(tablets)
const filler = ({ chance, seats }: World) => chance.pick(seats().filter(({ person }) => fills(person)))

/** The auditor has most to do. */
function auditSeat({ chance, seats }: World) {
  const people = chance.isHit(0.6) ? ['nam'] : ['nam', 'thao', 'vinh']
  return chance.pick(seats().filter(({ person }) => people.includes(person)))
}

/** All that may happen next, and how often. */
const steps: Readonly<Record<string, Step>> = {
  answer: { weight: 30, run: world => work.answer(world, filler(world)) },
  photo: { weight: 5, run: world => work.takePhoto(world, filler(world)) },
  move: { weight: 4, run: world => work.move(world, seatOf(world)) },
  comment: { weight: 3, run: world => work.comment(world, seatOf(world)) },
  settle: { weight: 7, run: world => work.settle(world, filler(world)) },
  held: { weight: 7, run: world => work.lookAtHeld(world, seatOf(world)) },
  sync: { weight: 24, run: world => sync(world, seatOf(world), false) },
  syncFiles: { weight: 6, run: world => sync(world, seatOf(world), true) },
  reboot: { weight: 2, fault: 'crash', run: async world => seatOf(world).reboot() },
  late: { weight: 4, fault: 'network', run: world => world.network.deliverLate(1) },
  overstep: { weight: 6, fault: 'illegal', run: world => work.overstep(world, seatOf(world)) },
  clock: { weight: 5, fault: 'clock', run: world => trouble.changeClock(world, tabletOf(world)) },
  takeImage: { weight: 7, fault: 'image', run: world => trouble.takeImage(world, tabletOf(world)) },
  putImageBack: { weight: 8, fault: 'image', run: world => trouble.putImageBack(world, tabletOf(world)) },
  clone: { weight: 4, fault: 'clone', run: world => trouble.clone(world, tabletOf(world)) },
  wipe: { weight: 3, fault: 'wipe', run: world => trouble.wipe(world, tabletOf(world)) },
  scope: { weight: 8, fault: 'scope', run: world => trouble.changeScope(world) },
  backUp: { weight: 7, fault: 'restore', run: world => trouble.backUp(world) },
  restore: { weight: 8, fault: 'restore', run: world => trouble.restore(world) },
  forge: { weight: 6, fault: 'forged', run: forge },
  unknown: { weight: 3, fault: 'skew', run: world => trouble.writeUnknown(world) },
  upgrade: { weight: 2, fault: 'skew', run: async world => world.server.upgrade() },
  audit: { weight: 160, fault: 'audits', run: world => audit(world, auditSeat(world)) },
  serverRestart: { weight: 3, fault: 'serverCrash', run: async world => world.server.restart() },
}

/** What may happen while a request is on its way, on the same tablet or elsewhere. */
const nested = {
  save: (world: World, name: string) => work.answer(world, mustFind(world, name)),
  otherSync: (world: World, name: string) => {
    const others = world.seats().filter(seat => seat.name !== name)
    return others.length > 0 ? sync(world, world.chance.pick(others), false) : Promise.resolve()
  },
  otherTab: async (world: World, name: string) => {
    const seat = mustFind(world, name)
    if (world.faults.has('tabs')) await syncOps(world, seat, await seat.openTab(), true)
  },
  scope: async (world: World) => {
    if (world.faults.has('scope')) await trouble.changeScope(world)
  },
  backUp: async (world: World) => {
    if (world.faults.has('restore')) await trouble.backUp(world)
  },
}

export function chooseStep({ chance, faults }: World): readonly [name: string, step: Step] {
  const open = Object.entries(steps).filter(([, { fault }]) => fault === undefined || faults.has(fault))
  let at = chance.next() * open.reduce((sum, [, { weight }]) => sum + weight, 0)
  for (const [name, step] of open) {
    at -= step.weight
    if (at < 0) return [name, step]
  }
  throw new Error('there is no step')
}

export async function happenMeanwhile(world: World, name: string): Promise<void> {
  const happen = world.chance.pick(Object.values(nested))
  await happen(world, name)
}

function mustFind(world: World, name: string) {
  const seat = world.seats().find(one => one.name === name)
  if (!seat) throw new Error(`there is no ${name}`)
  return seat
}
