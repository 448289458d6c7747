import { communes, feedOf, people, referenceFeed } from '../commune.ts'
import { disaster } from './disaster.ts'
import { staffChanges } from './staff.ts'
import type { Tablet, World } from './world.ts'

const yearMs = 365 * 24 * 3_600_000
const mostTablets = 5

export async function changeClock(world: World, tablet: Tablet): Promise<void> {
  const { chance } = world
  const years = chance.pick([0, 0, 1 / 8760, -1 / 365, 1, -3, 30, -30, -100])
  tablet.skewMs = Math.round(years * yearMs)
  world.tell(`the clock of ${tablet.name} is ${years} years off`)
}

export async function takeImage(world: World, tablet: Tablet): Promise<void> {
  tablet.image = await Promise.all(tablet.seats.map(seat => seat.image()))
  world.tell(`somebody makes an image of ${tablet.name}`)
}

export async function putImageBack(world: World, tablet: Tablet): Promise<void> {
  const { image } = tablet
  if (!image) return
  await disaster(world, `the old image of ${tablet.name} was put back`, async () => {
    for (const [at, seat] of tablet.seats.entries()) {
      const own = image[at]
      if (own) await seat.putBack(own)
    }
  })
}

export async function clone(world: World, tablet: Tablet): Promise<void> {
  if (world.tablets.length >= mostTablets) return
  const images = await Promise.all(tablet.seats.map(seat => seat.image()))
  const copy = await world.addTablet(tablet.seats.map(seat => seat.person))
  for (const [at, seat] of copy.seats.entries()) {
    const image = images[at]
    if (image) await seat.putBack(image)
  }
  world.tell(`${copy.name} is a clone of ${tablet.name}`)
}

export async function wipe(world: World, tablet: Tablet): Promise<void> {
  await disaster(world, `${tablet.name} was wiped`, async () => {
    for (const seat of tablet.seats) {
      const { contents } = await seat.image()
      const empty = new Map([...contents.keys()].map(name => [name, new Map()]))
      await seat.putBack({ contents: empty, offered: new Set() })
    }
  })
}

export async function changeScope(world: World): Promise<void> {
  const { chance, server, staff } = world
  const person = chance.pick([...new Set(world.seats().map(seat => seat.person))])
  const isIn = new Map(staff.isIn)
  const also = new Map(staff.also)
  if (chance.isHit(0.6)) isIn.set(person, !isIn.get(person))
  else if (also.has(person)) also.delete(person)
  else also.set(person, chance.pick(communes.filter(commune => !people[person]?.reads.includes(commune))))
  world.staff = { isIn, also }
  await server.write(referenceFeed, staffChanges(world.staff, person))
  world.tell(`${person} is ${isIn.get(person) ? 'in' : 'out'}, also in ${also.get(person) ?? 'none'}`)
}

export async function backUp(world: World): Promise<void> {
  world.backups.push({ backup: await world.server.backUp(), staff: world.staff })
  world.tell('the server is backed up')
}

/** The newest backup mostly; an older one is worse than what tablets are told, so it may cost what they let go of. */
export async function restore(world: World): Promise<void> {
  const { chance, backups, server, ledger } = world
  const newest = backups.at(-1)
  if (!newest) return
  const chosen = chance.isHit(0.8) ? newest : chance.pick(backups)
  const before = new Set(ledger.taken)
  await disaster(world, 'the server was restored from a backup', () => server.restore(chosen.backup))
  world.staff = chosen.staff
  // Told of the newest backup, a tablet may let go of what is in it at any time until it hears of the older one.
  if (chosen !== newest)
    for (const { op } of (newest.backup.tables.get('log') ?? []) as readonly { op: string }[])
      if (!(await server.hasLogged(op))) ledger.taken.add(op)
  // What is gone by this although no tablet was lost, the tablets should have kept (SY11).
  if (chosen === newest)
    for (const [id, { isTabletGone }] of ledger.ops)
      if (!isTabletGone && !before.has(id)) ledger.taken.delete(id)
}

/** A server that is newer than the tablets writes what they do not know (SY14). */
export async function writeUnknown(world: World): Promise<void> {
  const commune = world.chance.pick(communes)
  await world.server.write(feedOf(commune), [
    {
      type: 'training',
      thing: `training.${world.newId()}`,
      field: 'people',
      value: `${commune}#${world.newId()}`,
    },
  ])
}
