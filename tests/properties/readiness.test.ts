import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstForm } from '../../src/client/context/forms.ts'
import { toThings } from '../../src/client/context/use-qms-facts.ts'
import { gates } from '../../src/domain/qms/gates.ts'
import { judgeRoad } from '../../src/domain/qms/judge-road.ts'
import { programmeType, readProgramme } from '../../src/domain/qms/programme.ts'
import { readSettings, settingsType } from '../../src/domain/qms/settings.ts'
import { steps } from '../../src/domain/qms/steps.ts'
import type { JsonValue } from '../../src/lib/json-value.ts'
import { vietnamDayOf } from '../../src/lib/vietnam-time.ts'
import { createBuiltInForms } from '../../src/server/app/forms.ts'
import { findKey } from '../../src/server/app/quiz-keys.ts'
import { readRoads } from '../../src/server/http/read-roads.ts'
import { tellRoad } from '../../src/server/http/tell-road.ts'
import { createAuthority } from '../../src/sync/authority/authority.ts'
import { createReplica } from '../../src/sync/replica/replica.ts'
import { tabletForms } from '../support/a-sent-response.ts'
import { createMemoryReplicaStore } from '../contracts/replica-store-memory.ts'
import { deeds, feed, fromAbove, programmeId, referenceFeed, unit } from '../support/commune-deeds.ts'
import { createMemoryEntryStore } from '../support/memory-entry-store.ts'
import { createMemorySeatStore } from '../support/memory-seat-store.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { noon, scopeOf, tree } from '../unit/sync/authority/a-commune.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const day = 86_400_000
const serverForms = createBuiltInForms()
const roles = { lan: 'communeOfficial', head: 'communeLeader' } as const
type Person = keyof typeof roles
const commune = { id: unit, from: '2017-10-15', to: null }
const people: readonly Person[] = ['lan', 'head']

async function aWorld() {
  const entries = createMemoryEntryStore()
  const clock = { ms: noon }
  let ids = 0
  const authority = createAuthority({
    store: entries,
    seats: createMemorySeatStore(),
    findForm: serverForms.find,
    findKey,
    refreshForms: async () => undefined,
    clock: { nowMs: () => clock.ms },
    dayOf: vietnamDayOf,
    newId: () => `id${++ids}`,
  })
  const programme = {
    surveyForm: { id: firstForm.id, version: firstForm.version },
    [`communes/${unit}`]: true,
  }
  await authority.write(
    referenceFeed,
    Object.entries(programme).map(([field, value]) => ({
      type: programmeType,
      thing: programmeId,
      field,
      value: value as JsonValue,
    })),
  )

  function aTablet(person: Person, randomSeed: number) {
    const chance = seededRandom(randomSeed)
    const store = createMemoryReplicaStore({
      clock: () => clock.ms,
      random: count => Uint8Array.from({ length: count }, () => chance.below(256)),
      person,
    })
    const speaker = {
      person,
      scope: scopeOf(roles[person], unit),
      directory: { assignmentsOf: () => [], tree },
    }
    const replica = createReplica({
      store,
      server: {
        exchange: async request => ({ type: 'answered', response: await authority.sync(speaker, request) }),
      },
      clock: () => clock.ms,
      person,
    })
    /** As `useQms` does it, without a screen. */
    async function judge() {
      const rows = await store.listRows()
      const of = (type: string) => rows.filter(row => row.type === type)
      return judgeRoad(toThings(rows.filter(row => row.feed === feed)), {
        unit: commune,
        programme: readProgramme(programmeId, of(programmeType)),
        settings: readSettings(of(settingsType)),
        today: vietnamDayOf(clock.ms),
        dayOf: vietnamDayOf,
        findForm: name => tabletForms.find(name)?.form,
        forms: tabletForms.list.map(({ form }) => form),
      })
    }
    return { store, judge, sync: () => replica.syncOnce() }
  }
  const judgeAtServer = async () => {
    const services = {
      entries,
      referenceFeed,
      dayOf: vietnamDayOf,
      listForms: async () => serverForms.all.map(({ form }) => form),
    }
    const [found] = await readRoads(commune, vietnamDayOf(clock.ms), services)
    if (!found) throw new Error('the server knows no programme of the commune')
    return found.road
  }
  return { clock, authority, judgeAtServer, tablets: { lan: aTablet('lan', 11), head: aTablet('head', 22) } }
}

const who = fc.constantFrom(...people)
const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('do' as const),
      who,
      deed: fc.constantFrom(...Object.keys(deeds)),
      n: fc.nat(60),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('above' as const),
      deed: fc.constantFrom(...Object.keys(fromAbove)),
      n: fc.nat(60),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('days' as const), days: fc.nat(40) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('sync' as const), who }) },
)

const check = <T>(property: fc.IAsyncProperty<T>): Promise<void> =>
  fc.assert(property, { seed, numRuns: 60, verbose: 1 }).catch((error: unknown) => {
    throw new Error(`replay with SEED=${seed}`, { cause: error })
  })

test('SY5 SY7 after each sync a tablet and the server judge every gate and step alike, with the same reasons', async () => {
  /** How often which values were compared: a history in which nothing is ever met would prove little. */
  const seen = new Map<string, number>()
  const count = (key: string): void => void seen.set(key, (seen.get(key) ?? 0) + 1)
  await check(
    fc.asyncProperty(fc.array(event, { minLength: 20, maxLength: 60 }), async run => {
      const world = await aWorld()
      const judged: [atTablet: unknown, atServer: unknown][] = []
      for (const one of [
        ...run,
        { type: 'sync', who: 'lan' } as const,
        { type: 'sync', who: 'head' } as const,
      ]) {
        world.clock.ms += 1_000
        if (one.type === 'days') world.clock.ms += one.days * day
        if (one.type === 'above') {
          const [target, change] = fromAbove[one.deed]?.(one.n) ?? []
          if (target !== undefined && change) await world.authority.write(target, [change])
        }
        if (one.type === 'do') {
          const changes = deeds[one.deed]?.(one.n, vietnamDayOf(world.clock.ms)) ?? []
          await world.tablets[one.who].store.save(changes.map(change => ({ feed, ...change })))
        }
        if (one.type !== 'sync') continue
        // Twice: what was held for want of something is offered again once that has come.
        for (let turn = 0; turn < 2; turn++) {
          const outcome = await world.tablets[one.who].sync()
          if (outcome.type !== 'synced' || outcome.unsound.length > 0) throw new Error(outcome.type)
        }
        const here = tellRoad(await world.tablets[one.who].judge())
        judged.push([here, tellRoad(await world.judgeAtServer())])
        for (const { id, value } of here.gates) count(`${id} ${value}`)
        for (const { id, state } of here.steps) count(`${id} ${state}`)
      }
      for (const [atTablet, atServer] of judged) expect(atTablet).toEqual(atServer)
    }),
  )
  const turned = (ids: readonly string[]): readonly string[] =>
    ids.filter(id => [...seen.keys()].filter(key => key.startsWith(`${id} `)).length > 1)
  // Most were seen met and unmet; with some seeds one or the other is not.
  expect(turned(gates.map(({ id }) => id)).length).toBeGreaterThan(gates.length / 2)
  expect(turned(steps.map(({ id }) => id)).length).toBeGreaterThan(steps.length / 2)
})
