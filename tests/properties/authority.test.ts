import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConflict } from '../../src/sync/protocol/conflict.ts'
import { addToChecksum } from '../../src/sync/protocol/checksum.ts'
import { hlcOfMs, isLater } from '../../src/sync/protocol/hlc.ts'
import type { Entry, Op } from '../../src/sync/protocol/op.ts'
import { createMemoryEntryStore } from '../support/memory-entry-store.ts'
import { aCommune, noon, unitFeed } from '../unit/sync/authority/a-commune.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const people = ['lan', 'minh', 'hoa'] as const

/** One edit of one person; `sees` picks what they had seen of the field, `clock` how wrong the tablet is. */
const edit = fc.record({
  person: fc.constantFrom(...people),
  question: fc.constantFrom('q2', 'q3', 'nosuch'),
  value: fc.constantFrom('a', 'b', 'c', null),
  sees: fc.option(fc.nat(20), { nil: null }),
  clock: fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
})

/** In which pieces the edits arrive: any order, any number of times. */
const scenario = fc.array(edit, { minLength: 1, maxLength: 20 }).chain(edits =>
  fc.record({
    edits: fc.constant(edits),
    pushes: fc.array(fc.array(fc.nat(edits.length - 1), { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
  }),
)

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

const toOp = ({ question, value, sees, clock, person }: Edit, at: number): Op => ({
  id: `op-${at}`,
  device: `dev-${person}`,
  seq: at,
  group: 'g',
  feed: unitFeed,
  type: 'response',
  thing: 'prog.survey.c1@a',
  field: `answers/${question}`,
  value,
  hlc: hlcOfMs(noon + clock),
  base: sees === null ? null : `op-${sees}`,
  schema: 1,
})

async function play({ edits, pushes }: { edits: readonly Edit[]; pushes: readonly (readonly number[])[] }) {
  const store = createMemoryEntryStore()
  const commune = aCommune(store)
  const tablets = new Map(people.map(person => [person, commune.tablet(person)]))
  await tablets.get('lan')?.start()
  const ops = edits.map(toOp)
  const everything = edits.map((_, at) => [at])
  for (const push of [...pushes, ...everything]) {
    commune.clock.ms += 10
    for (const person of people) {
      const own = push.filter(at => edits[at]?.person === person).map(at => ops[at] as Op)
      await tablets.get(person)?.push(...own)
    }
  }
  return { ...commune, store, ops, tablets }
}

/** What the log says the fields are: of each, the version with the greatest clock, then op id. */
function foldLog(log: ReturnType<ReturnType<typeof createMemoryEntryStore>['logOf']>): Map<string, string> {
  const winners = new Map<string, { hlc: number; op: string }>()
  for (const { op, answer } of log) {
    const key = `${op.thing} ${op.field}`
    const version = { hlc: answer.hlc, op: op.id }
    const current = winners.get(key)
    if (!current || isLater(version, current)) winners.set(key, version)
  }
  return new Map([...winners].map(([key, { op }]) => [key, op]))
}

const check = (property: fc.IAsyncPropertyWithHooks<[Scenario]>): Promise<void> =>
  fc.assert(property, { seed, numRuns: 300, verbose: 1 }).catch((error: unknown) => {
    throw new Error(`replay with SEED=${seed}`, { cause: error })
  })

test('SY5 however pushes are cut, repeated and reordered, the entries are the fold of the log', () =>
  check(
    fc.asyncProperty(scenario, async given => {
      const { store, entries } = await play(given)
      const all = await entries()
      const byKey = new Map(all.map((entry: Entry) => [`${entry.thing} ${entry.field}`, entry.op]))
      expect(byKey).toEqual(foldLog(store.logOf(unitFeed)))
      const head = (await store.heads([unitFeed])).get(unitFeed)
      expect(head?.count).toBe(all.length)
      expect(head?.checksum).toBe(all.reduce(addToChecksum, 0))
    }),
  ))

test('SY8 sequences are dense, and every op that was not held is in the log once', () =>
  check(
    fc.asyncProperty(scenario, async given => {
      const { store, ops } = await play(given)
      const log = store.logOf(unitFeed)
      expect(log.map(({ answer }) => answer.seq)).toEqual(log.map((_, at) => at + 1))
      const logged = log.map(({ op }) => op.id).filter(id => id.startsWith('op-') && !id.includes('.'))
      const wanted = ops.filter(({ field }) => field !== 'answers/nosuch').map(({ id }) => id)
      expect(logged.toSorted()).toEqual(wanted.toSorted())
    }),
  ))

test('SY3 saying everything once more changes nothing', () =>
  check(
    fc.asyncProperty(scenario, async given => {
      const { store, ops, tablets, entries } = await play(given)
      const before = [await entries(), store.logOf(unitFeed)]
      for (const person of people)
        await tablets.get(person)?.push(...ops.filter(({ device }) => device === `dev-${person}`))
      expect([await entries(), store.logOf(unitFeed)]).toEqual(before)
    }),
  ))

test('SY6 no value is lost: what is not the field’s value was seen by its successor, equal to it, or kept', () =>
  check(
    fc.asyncProperty(scenario, async given => {
      const { store, entries } = await play(given)
      const all = await entries()
      const log = store.logOf(unitFeed).filter(({ op }) => op.field.startsWith('answers/'))
      const kept = new Set(all.filter(({ value }) => readConflict(value)).map(({ field }) => field))
      for (const { op } of log) {
        const current = all.find(({ field }) => field === op.field)
        const isSeen = log.some(other => other.op.base === op.id && other.op.field === op.field)
        const isThere = current?.op === op.id || isSeen || kept.has(`conflicts/${op.id}`)
        const isEqual = log.some(
          other => other.op.field === op.field && other.op.id !== op.id && other.op.value === op.value,
        )
        expect(isThere || isEqual).toBe(true)
      }
    }),
  ))
