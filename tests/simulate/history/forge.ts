import type { Op } from '../../../src/sync/protocol/op.ts'
import { feedOf, fills, people, referenceFeed, thingOf } from '../commune.ts'
import { readsOf } from './staff.ts'
import type { World } from './world.ts'

/** Somebody signed in speaks to the server without our app. */
export async function forge(world: World): Promise<void> {
  const { chance, server, staff, ledger } = world
  const person = chance.pick(Object.keys(people))
  const reads = readsOf(staff, person)
  const foreign = ['c1', 'c2', 'c3'].filter(commune => !reads.has(commune))
  const own = [...reads][0]
  const honest = (commune: string): Op => ({
    id: `forged${world.newId()}`,
    device: 'forger',
    seq: chance.below(5),
    group: 'g',
    feed: feedOf(commune),
    type: 'response',
    thing: thingOf(commune),
    field: 'answers/q2',
    value: `${commune}#forged`,
    hlc: world.now() * 1024,
    base: null,
    schema: 1,
  })
  const bad: Op[] = []
  if (foreign.length > 0) {
    const other = chance.pick(foreign)
    bad.push(honest(other), { ...honest(other), field: 'form', value: { id: 'survey', version: '1' } })
    if (own) bad.push({ ...honest(own), thing: thingOf(other) }, { ...honest(other), thing: thingOf(own) })
  }
  if (own) {
    const mine = honest(own)
    bad.push(
      { ...mine, id: `s.${mine.id}` },
      { ...mine, field: 'conflicts/x' },
      { ...mine, field: 'results/x' },
      { ...mine, field: '__proto__' },
      { ...mine, field: '\u0000', value: 1 },
      { ...mine, seq: -1 },
      { ...mine, device: '.server' },
      { ...mine, value: 'x'.repeat(70_000) },
      { ...mine, schema: 9 },
      {
        ...mine,
        feed: referenceFeed,
        type: 'person',
        thing: person,
        field: 'assignments/z',
        value: { role: 'administrator', unit: 'p' },
      },
    )
  }
  const known = [...ledger.ops.values()]
  const stolen = known.length > 0 ? chance.pick(known) : undefined
  const ops = bad.filter(() => chance.isHit(0.4))
  for (const op of ops) ledger.forged.add(op.id)
  if (own && fills(person) && chance.isHit(0.4)) {
    // What a liar may do in their own commune is only to lie about it.
    const absurd = {
      ...honest(own),
      hlc: chance.pick([-5, 0.5, 1e300, 2 ** 53]),
      base: chance.pick([null, 'none']),
    }
    ledger.made.add(absurd.id)
    ops.push(absurd)
  }
  if (own && stolen && (await server.hasLogged(stolen.op.id))) ops.push({ ...honest(own), id: stolen.op.id })
  const request = { protocol: 1, person, device: 'forger', ops, cursors: foreignCursors(foreign), room: 1e6 }
  const said = await server.sync(person, JSON.stringify(request))
  world.tell(
    `${person} forges ${ops.map(op => `${op.id} ${op.feed} ${op.field.slice(0, 20)}`).join(', ')} → ${said.type}`,
  )
  if (said.type === 'failed')
    world.fail('diverged', `the server failed over forged ops: ${String(said.cause)}`)
}

const foreignCursors = (foreign: readonly string[]) =>
  Object.fromEntries(foreign.map(commune => [feedOf(commune), ['first', 0]]))
