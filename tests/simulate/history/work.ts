import { formName, feedOf, fills, reviews, thingOf } from '../commune.ts'
import type { JsonValue } from '../../../src/lib/json-value.ts'
import { isSha256 } from '../../../src/domain/responses/photo.ts'
import { loserOfConflict, readConflict, settledField } from '../../../src/sync/protocol/conflict.ts'
import type { Change, NewFile } from '../../../src/sync/replica/replica-store.ts'
import type { Row } from '../../../src/sync/replica/row.ts'
import { sha256Of } from '../sha256-of.ts'
import type { Seat } from '../tablet/seat.ts'
import { save } from './save.ts'
import { readsOf } from './staff.ts'
import type { World } from './world.ts'

/** What a screen showed a while ago, by seat: whoever types on it has not seen what came since (SY6). */
const screens = new WeakMap<Seat, ReadonlyMap<string, string>>()

const keyOf = ({ thing, field }: { readonly thing: string; readonly field: string }): string =>
  `${thing}\n${field}`

/** The commune in which a person works now: mostly one they may, after a change of scope perhaps one they might. */
function communeOf({ chance, staff }: World, seat: Seat): string {
  const reads = [...readsOf(staff, seat.person)]
  return reads.length > 0 ? chance.pick(reads) : 'c1'
}

async function saveIn(
  world: World,
  seat: Seat,
  commune: string,
  fields: readonly (readonly [field: string, value: JsonValue])[],
  files: readonly NewFile[] = [],
): Promise<void> {
  const { chance } = world
  const [feed, thing] = [feedOf(commune), thingOf(commune)]
  const { rows } = await seat.home.look()
  if (chance.isHit(0.4)) screens.set(seat, new Map(rows.map(row => [keyOf(row), row.op])))
  const screen = chance.isHit(0.4) ? screens.get(seat) : undefined
  const isBegun = rows.some(row => row.thing === thing && row.field === 'form')
  const begun = isBegun || !fills(seat.person) ? fields : [['form', { ...formName }] as const, ...fields]
  const changes = begun.map(([field, value]): Change => ({
    feed,
    type: 'response',
    thing,
    field,
    value,
    ...(screen && { seen: screen.get(keyOf({ thing, field })) ?? null }),
  }))
  await save(world, seat, changes, files)
}

const text = (world: World, commune: string): string => `${commune}#${world.newId()}`

export async function answer(world: World, seat: Seat): Promise<void> {
  const { chance } = world
  const commune = communeOf(world, seat)
  const choices = ['q1', 'q2', 'q3', 'q2', 'note'].filter(() => chance.isHit(0.4))
  const fields = [...new Set(choices.length > 0 ? choices : ['q2'])].map(
    (name): readonly [string, JsonValue] => {
      if (name === 'q1') return ['answers/q1', chance.pick(['yes', 'no'])]
      const value = chance.isHit(0.1) ? null : text(world, commune)
      return [name === 'note' ? 'notes/q1' : `answers/${name}`, value]
    },
  )
  await saveIn(world, seat, commune, fields)
}

const jpeg = [0xff, 0xd8, 0xff, 0xe0]
const largePhoto = 300_000

export async function takePhoto(world: World, seat: Seat): Promise<void> {
  const { chance } = world
  const commune = communeOf(world, seat)
  // Now and then the same picture again: it came by a message, and both took it.
  const name = chance.isHit(0.2) ? 'the same' : world.newId()
  const make = (kind: string, size: number): NewFile => {
    const bytes = new Uint8Array(size)
    bytes.set([...jpeg, ...Buffer.from(`${kind} ${name}`)])
    return { sha256: sha256Of(bytes), type: 'image/jpeg', bytes: bytes.buffer, isThumb: kind === 'thumb' }
  }
  const photo = make('photo', chance.isHit(0.1) ? largePhoto : 400)
  const thumb = make('thumb', 100)
  const value = { type: 'image/jpeg', size: photo.bytes.byteLength, width: 9, height: 9, thumb: thumb.sha256 }
  await saveIn(world, seat, commune, [[`evidence/q2/${photo.sha256}`, value]], [photo, thumb])
}

export async function move(world: World, seat: Seat): Promise<void> {
  const { chance } = world
  const to = reviews(seat.person) ? chance.pick(['returned', 'approved']) : 'sent'
  const value = { to, reason: to === 'returned' ? 'xem lại' : null }
  await saveIn(world, seat, communeOf(world, seat), [[`moves/${world.newId()}`, value]])
}

export async function comment(world: World, seat: Seat): Promise<void> {
  const commune = communeOf(world, seat)
  await saveIn(world, seat, commune, [[`comments/q2/${world.newId()}`, { text: text(world, commune) }]])
}

/** Settles a conflict, or takes the losing value back. */
export async function settle(world: World, seat: Seat): Promise<void> {
  const { rows } = await seat.home.look()
  const conflicts = rows.filter(row => loserOfConflict(row.field) !== undefined)
  if (conflicts.length === 0) return
  const row: Row = world.chance.pick(conflicts)
  const lost = readConflict(row.value)
  const loser = loserOfConflict(row.field)
  const { feed, type, thing } = row
  if (lost && world.chance.isHit(0.5) && !isSha256(lost.field.split('/').at(-1)))
    await save(world, seat, [{ feed, type, thing, field: lost.field, value: lost.value }])
  else if (loser) await save(world, seat, [{ feed, type, thing, field: settledField(loser), value: true }])
}

export async function lookAtHeld(world: World, seat: Seat): Promise<void> {
  const { held } = await seat.home.look()
  if (held.length === 0) return
  const { op } = world.chance.pick(held)
  const isRetry = world.chance.isHit(0.7)
  const { store } = seat.app()
  await (isRetry ? store.retryHeld(op.id) : store.settleHeld(op.id)).catch(() => undefined)
  world.tell(`${seat.name} ${isRetry ? 'offers' : 'lets go of'} ${op.id} ${op.field}`)
}

/** What no screen offers, but a tablet with a faulty or older build, or a person whose role has changed, may save. */
export async function overstep(world: World, seat: Seat): Promise<void> {
  const { chance } = world
  const commune = chance.pick(['c1', 'c2', 'c3'])
  const value = text(world, commune)
  const wrong = {
    feed: feedOf(commune),
    type: 'response',
    thing: thingOf(commune),
    field: 'answers/q2',
    value,
  }
  const changes: readonly Change[] = [
    wrong,
    { ...wrong, field: 'answers/none' },
    { ...wrong, field: 'answers/q3', value: { text: value } },
    { ...wrong, field: `answers/${'x'.repeat(300)}` },
    { ...wrong, field: 'results/none' },
    { ...wrong, type: 'finding', thing: `finding.${commune}` },
    { ...wrong, thing: thingOf('c9') },
    { ...wrong, feed: 'p/reference', type: 'person', thing: seat.person, field: 'assignments/x' },
  ]
  await save(world, seat, [chance.pick(changes)])
}
