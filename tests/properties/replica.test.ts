import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Op } from '../../src/sync/protocol/op.ts'
import type { SyncRequest } from '../../src/sync/protocol/wire.ts'
import { createReplica } from '../../src/sync/replica/replica.ts'
import type { LinkResult } from '../../src/sync/replica/server-link.ts'
import { createMemoryReplicaStore } from '../contracts/replica-store-memory.ts'
import { createMemoryEntryStore } from '../support/memory-entry-store.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { aCommune, scopeOf, survey, tree, unitFeed } from '../unit/sync/authority/a-commune.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const people = ['lan', 'minh'] as const
type Person = (typeof people)[number]

/** What the network does to a request. */
const weather = fc.constantFrom(
  'fine',
  'fine',
  'lost',
  'answerLost',
  'repeated',
  'portal',
  'busy',
  'tooLarge',
)

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('save' as const),
      person: fc.constantFrom(...people),
      fields: fc.array(fc.constantFrom('answers/q2', 'answers/q3', 'notes/q2', 'answers/nosuch'), {
        minLength: 1,
        maxLength: 3,
      }),
      value: fc.constantFrom('a', 'b', 'c', null),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('sync' as const),
      person: fc.constantFrom(...people),
      weather: fc.array(weather, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('scope' as const),
      person: fc.constantFrom(...people),
      isIn: fc.boolean(),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Weather = typeof weather extends fc.Arbitrary<infer T> ? T : never

async function aWorld() {
  const entryStore = createMemoryEntryStore()
  const commune = aCommune(entryStore)
  await commune.tablet('thao', 'communeOfficial').start()

  function aTablet(person: Person, randomSeed: number) {
    const chance = seededRandom(randomSeed)
    let ahead: Weather[] = []
    let isInScope = true
    const offered = new Set<string>()
    const ask = async (request: SyncRequest): Promise<LinkResult> => {
      const scope = scopeOf('communeOfficial', isInScope ? 'c1@a' : 'c2@a')
      const speaker = { person, scope, directory: { assignmentsOf: () => [], tree } }
      return { type: 'answered', response: await commune.authority.sync(speaker, request) }
    }
    async function exchange(request: SyncRequest): Promise<LinkResult> {
      commune.clock.ms += 5
      for (const op of request.ops) offered.add(op.id)
      switch (ahead.shift() ?? 'fine') {
        case 'lost':
          return { type: 'unreachable' }
        case 'answerLost':
          await ask(request)
          return { type: 'unreachable' }
        case 'repeated':
          await ask(request)
          return ask(request)
        case 'portal':
          return { type: 'notOurServer' }
        case 'busy':
          return { type: 'busy', retryAfterMs: 10 }
        case 'tooLarge':
          return { type: 'tooLarge' }
        default:
          return ask(request)
      }
    }
    const store = createMemoryReplicaStore({
      clock: () => commune.clock.ms,
      random: count => Uint8Array.from({ length: count }, () => chance.below(256)),
      person,
    })
    const replica = createReplica({ store, server: { exchange }, clock: () => commune.clock.ms, person })
    return {
      store,
      offered,
      setScope: (isIn: boolean) => {
        isInScope = isIn
      },
      sync(weathers: readonly Weather[]) {
        ahead = [...weathers]
        return replica.syncOnce()
      },
    }
  }
  return { ...commune, entryStore, tablets: { lan: aTablet('lan', 11), minh: aTablet('minh', 22) } }
}

type World = Awaited<ReturnType<typeof aWorld>>

async function play(world: World, one: Step): Promise<void> {
  world.clock.ms += 10
  const tablet = world.tablets[one.person]
  switch (one.type) {
    case 'scope':
      return tablet.setScope(one.isIn)
    case 'save':
      await tablet.store.save(
        one.fields.map(field => ({
          feed: unitFeed,
          type: 'response',
          thing: survey,
          field,
          value: one.value,
        })),
      )
      return
    case 'sync': {
      const outcome = await tablet.sync(one.weather)
      if (outcome.type === 'storeFailed') throw outcome.cause
      if (outcome.type === 'synced' && outcome.unsound.length > 0) throw new Error('sums do not agree')
    }
  }
}

/** Ops that are in no outbox any more, though no answer tells why. */
async function findLost(world: World, one: Step, before: readonly Op[]): Promise<readonly Op[]> {
  const tablet = world.tablets[one.person]
  const after = await tablet.store.listOutbox()
  const held = new Set((await tablet.store.listHeld()).map(record => record.op.id))
  const logged = new Set(world.entryStore.logOf(unitFeed).map(record => record.op.id))
  const isStillKept = (op: Op) => after.some(({ id }) => id === op.id) || held.has(op.id) || logged.has(op.id)
  const isReplaced = (op: Op) =>
    one.type === 'save' &&
    !tablet.offered.has(op.id) &&
    after.some(({ field, seq, base }) => field === op.field && seq === op.seq && base === op.base)
  return before.filter(op => !isStillKept(op) && !isReplaced(op))
}

const check = (property: fc.IAsyncPropertyWithHooks<[Step[]]>): Promise<void> =>
  fc.assert(property, { seed, numRuns: 300, verbose: 1 }).catch((error: unknown) => {
    throw new Error(`replay with SEED=${seed}`, { cause: error })
  })

const steps = fc.array(step, { minLength: 1, maxLength: 30 })

test('SY10 whatever the network does, no saved op disappears but by an answer to it', async () => {
  await check(
    fc.asyncProperty(steps, async run => {
      const world = await aWorld()
      for (const one of run) {
        const before = await world.tablets[one.person].store.listOutbox()
        await play(world, one)
        expect(await findLost(world, one, before)).toEqual([])
      }
    }),
  )
})

test('SY5 SY7 when the network is back, outboxes are empty and all tablets show what the server has', async () => {
  await check(
    fc.asyncProperty(steps, async run => {
      const world = await aWorld()
      for (const one of run) await play(world, one)
      for (const person of [...people, ...people]) {
        world.tablets[person].setScope(true)
        const outcome = await world.tablets[person].sync([])
        expect(outcome).toMatchObject({ type: 'synced', unsound: [] })
      }
      const truth = new Map(
        (await world.entries()).map(({ thing, field, value }) => [`${thing} ${field}`, value]),
      )
      for (const person of people) {
        expect(await world.tablets[person].store.countWaiting()).toBe(0)
        const rows = await world.tablets[person].store.listRows()
        expect(new Map(rows.map(({ thing, field, value }) => [`${thing} ${field}`, value]))).toEqual(truth)
        expect(rows.every(row => row.pending === null && !row.isStale)).toBe(true)
      }
    }),
  )
})
