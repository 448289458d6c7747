import { property, assert, integer, array, record } from 'fast-check'
import { expect, test } from 'vitest'
import { defaultQmsSettings } from '../../src/domain/qms/qms-facts.ts'
import { barIds, listBars } from '../../src/domain/reports/board/bar-figures.ts'
import type { BoardCommune } from '../../src/domain/reports/board/board-commune.ts'
import { countIds, listCounted } from '../../src/domain/reports/board/count-figures.ts'
import { drillDown } from '../../src/domain/reports/board/drill-down.ts'
import { itemKey } from '../../src/domain/reports/board/figure-item.ts'
import { listProgress } from '../../src/domain/reports/board/list-progress.ts'
import { listUnitFindings } from '../../src/domain/reports/board/list-unit-findings.ts'
import { makeStanding } from '../../src/domain/reports/board/standing.ts'
import { vietnamDayOf } from '../../src/lib/vietnam-time.ts'
import { aCommuneOfTheProvince, toThings } from '../support/a-province.ts'

const today = '2018-03-01'
const given = { ...defaultQmsSettings, today }
const programme = {
  id: 'plan174',
  name: {},
  begunOn: undefined,
  endedOn: undefined,
  surveyForm: { id: 'survey_baseline', version: '1.0.0' },
  surveys: ['survey_baseline'],
  surveyDueOn: undefined,
  standard: '2008' as const,
  plan: new Map(),
  owners: new Map(),
  communes: new Set<string>(),
}

function aCommune(at: number, district: number, findings: number): BoardCommune {
  const code = String(10_000 + at)
  const unit = `${code}@2017-10-15`
  const wish = { unit, at, today, findings, documents: 10, citizens: at % 4 }
  const things = toThings(aCommuneOfTheProvince(wish))
  const node = { code, name: code, fullName: code, from: '2017-10-15', to: null }
  return {
    unit: { ...node, id: unit, kind: 'commune', parent: `d${district}` },
    district: { ...node, id: `d${district}`, kind: 'district', parent: null },
    standing: makeStanding(things, {
      unit: { id: unit, from: '2017-10-15', to: null },
      programme: { ...programme, communes: new Set([unit]) },
      programmes: [],
      dayOf: vietnamDayOf,
      findForm: () => undefined,
      checklist: undefined,
      settings: defaultQmsSettings,
      today,
    }),
    findings: listUnitFindings(things, today),
  }
}

const province = array(
  record({
    at: integer({ min: 0, max: 400 }),
    district: integer({ min: 1, max: 3 }),
    findings: integer({ min: 0, max: 12 }),
  }),
  { maxLength: 8 },
).map(list =>
  [...new Map(list.map(one => [one.at, one])).values()].map(({ at, district, findings }) =>
    aCommune(at, district, findings),
  ),
)

test('districts add up to the province, figure by figure and thing by thing', () => {
  assert(
    property(province, communes => {
      const districts = [...Map.groupBy(communes, ({ district }) => district?.id).values()]
      const sorted = (items: readonly Parameters<typeof itemKey>[0][]) => items.map(itemKey).sort()
      for (const id of countIds) {
        const all = listCounted(communes, id, today)
        expect(sorted(districts.flatMap(own => listCounted(own, id, today)))).toEqual(sorted(all))
        expect(new Set(sorted(all)).size).toBe(all.length)
      }
      for (const id of barIds)
        for (const { key, items } of listBars(communes, id, given)) {
          const parts = districts.flatMap(own => drillDown(own, { of: id, key }, given))
          expect(sorted(parts)).toEqual(sorted(items))
        }
    }),
    { numRuns: 60 },
  )
})

test('what a figure drills down to is as long as the figure, bar by bar and month by month', () => {
  assert(
    property(province, communes => {
      for (const of of countIds)
        expect(drillDown(communes, { of, key: '' }, given)).toHaveLength(
          listCounted(communes, of, today).length,
        )
      for (const of of barIds)
        for (const { key, items } of listBars(communes, of, given))
          expect(drillDown(communes, { of, key }, given)).toEqual(items)
      const points = listProgress(communes, today)
      for (const { month, planned, declared } of points) {
        expect(drillDown(communes, { of: 'planned', key: month }, given)).toEqual(planned)
        expect(drillDown(communes, { of: 'declaredBy', key: month }, given)).toEqual(declared ?? [])
      }
      const ends = points.map(
        ({ declared, planned }) => [declared?.length ?? Infinity, planned.length] as const,
      )
      expect(ends.every(([, count], at) => count >= (ends[at - 1]?.[1] ?? 0))).toBe(true)
      expect(points.findLast(({ declared }) => declared)?.declared).toHaveLength(
        listCounted(communes, 'declared', today).length,
      )
    }),
    { numRuns: 60 },
  )
})
