import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultQmsSettings } from '../../../src/domain/qms/qms-facts.ts'
import { roadFields, roadThing, roadType } from '../../../src/domain/qms/road-fields.ts'
import { listBars, meanOf } from '../../../src/domain/reports/board/bar-figures.ts'
import type { BoardCommune } from '../../../src/domain/reports/board/board-commune.ts'
import { listCounted, type CountId } from '../../../src/domain/reports/board/count-figures.ts'
import { listProgress } from '../../../src/domain/reports/board/list-progress.ts'
import { listUnitFindings } from '../../../src/domain/reports/board/list-unit-findings.ts'
import { makeStanding } from '../../../src/domain/reports/board/standing.ts'
import { addDays } from '../../../src/lib/calendar-day.ts'
import { vietnamDayOf } from '../../../src/lib/vietnam-time.ts'
import { programmeId } from '../../../src/server/app/seed-reference.ts'
import { msOfHlc } from '../../../src/sync/protocol/hlc.ts'
import type { SyncResponse } from '../../../src/sync/protocol/wire.ts'
import { aCommuneOfTheProvince } from '../../support/a-province.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { aServer, feedOf, unitOf, type TestServer } from './a-server.ts'
import { aTablet, results } from './a-tablet.ts'
import { recountFromLog, type Recount } from './recount-from-log.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 100_000))
const codes = ['05998', '06010', '06022', '06190', '06202', '06214']

let server: TestServer
let communes: readonly BoardCommune[]
let recount: Recount
let today: string

beforeAll(async () => {
  server = await aServer()
  today = vietnamDayOf(server.clock.now())
  await makeHistories()
  const hanh = aTablet(server, await server.signedIn('hanh'), 'hanh')
  await planAnew(hanh)
  communes = readBoard(await hanh.sync())
  const database = new DatabaseSync(join(server.dataFolder, 'iso-xa.db'), { readOnly: true })
  recount = recountFromLog(database, codes.map(feedOf), { today, programme: programmeId })
  database.close()
})
afterAll(() => server.close())

/** Each commune its own history, in pieces, some fields of it first with another value. */
async function makeHistories(): Promise<void> {
  const random = seededRandom(seed)
  for (const [at, code] of codes.entries()) {
    const wish = { unit: unitOf(code), at: seed + at, today, findings: 25, documents: 10, citizens: 6 }
    const fields = aCommuneOfTheProvince(wish)
    for (let from = 0; from < fields.length;) {
      const piece = fields.slice(from, from + 1 + random.below(60))
      from += piece.length
      const isFirst = (field: string): boolean => /^(steps|staff)\//u.test(field) && random.isHit(0.2)
      const before = piece.filter(({ field }) => isFirst(field)).map(one => ({ ...one, value: null }))
      await server.services.authority.write(feedOf(code), before)
      await server.services.authority.write(feedOf(code), piece)
      server.clock.advance(random.below(3_600_000))
    }
  }
}

/** A person's own ops: days moved, and one thing that is not for the province to say, which the server holds. */
async function planAnew(tablet: ReturnType<typeof aTablet>): Promise<void> {
  for (const code of codes.slice(0, 3)) {
    const thing = roadThing(programmeId, unitOf(code))
    const given = { feed: feedOf(code), type: roadType, thing }
    const answered = await tablet.sync([
      tablet.op(roadFields.step('s16'), { plannedOn: addDays(today, 400), owner: null, note: 'x' }, given),
      tablet.op(roadFields.done('s01'), { on: today, note: '' }, given),
    ])
    expect(results(answered)[1]).toBe('held: notYourRole')
  }
}

/** As a tablet does with what it pulled. */
function readBoard({ pages }: SyncResponse): readonly BoardCommune[] {
  return codes.map(code => {
    const entries = pages.filter(({ feed }) => feed === feedOf(code)).flatMap(page => page.entries)
    expect(pages.some(({ feed, more }) => feed === feedOf(code) && more)).toBe(false)
    const stored = entries.map(([order, type, thing, field, value, hlc, , author]) => {
      return { type, thing, field, value, author, order, at: msOfHlc(hlc) }
    })
    const things = [...Map.groupBy(stored, ({ thing }) => thing)].map(([thing, fields]) => {
      return { type: fields[0]?.type ?? '', thing, fields }
    })
    const unit = unitOf(code)
    const node = { id: unit, code, kind: 'commune', name: code, fullName: code, parent: null } as const
    return {
      unit: { ...node, from: '2017-10-15', to: null },
      district: undefined,
      standing: makeStanding(things, {
        unit: { id: unit, from: '2017-10-15', to: null },
        programme: {
          id: programmeId,
          name: {},
          begunOn: undefined,
          endedOn: undefined,
          surveyForm: { id: 'survey_baseline', version: '1.0.0' },
          surveys: ['survey_baseline'],
          surveyDueOn: undefined,
          standard: '2008',
          plan: new Map(),
          owners: new Map(),
          communes: new Set(codes.map(unitOf)),
        },
        programmes: [],
        dayOf: vietnamDayOf,
        findForm: () => undefined,
        checklist: undefined,
        settings: defaultQmsSettings,
        today,
      }),
      findings: listUnitFindings(things, today),
    }
  })
}

const count = (id: CountId): number => listCounted(communes, id, today).length

test('every figure that is counted equals a plain recount of the op log', () => {
  const { counts } = recount
  expect({ seed, ...Object.fromEntries(Object.keys(counts).map(id => [id, count(id as CountId)])) }).toEqual({
    seed,
    ...counts,
  })
  expect(counts.openFindings).toBeGreaterThan(10)
  expect(counts.inScope).toBe(60)
})

test('findings by clause, scores and the words of citizens equal a plain recount of the op log', () => {
  const bars = (id: Parameters<typeof listBars>[1]) => listBars(communes, id, defaultQmsSettings)
  expect([seed, Object.fromEntries(bars('pareto').map(({ key, items }) => [key, items.length]))]).toEqual([
    seed,
    recount.byClause,
  ])
  for (const { key, items } of bars('survey')) expect(meanOf(items)).toBeCloseTo(recount.means[key] ?? -1, 9)
  expect(bars('survey')).toHaveLength(Object.keys(recount.means).length)
  expect(bars('satisfaction').map(({ items }) => items.length)).toEqual(recount.citizens)
})

test('the curve of plan and declarations equals a plain recount of the op log, month by month', () => {
  const upTo = (days: readonly string[], month: string): number =>
    days.filter(day => day.slice(0, 7) <= month).length
  const points = listProgress(communes, today)
  expect(points.map(({ month, planned, declared }) => [month, planned.length, declared?.length])).toEqual(
    points.map(({ month }) => [
      month,
      upTo(recount.plannedOn, month),
      month <= today.slice(0, 7) ? upTo(recount.declaredOn, month) : undefined,
    ]),
  )
  expect(points.length).toBeGreaterThan(2)
})
