import { expect, test } from 'vitest'
import type { FindingLine } from '../../../../src/domain/audits/list-findings.ts'
import { listBars, meanOf } from '../../../../src/domain/reports/board/bar-figures.ts'
import type { BoardCommune } from '../../../../src/domain/reports/board/board-commune.ts'
import { listBoardRows } from '../../../../src/domain/reports/board/board-row.ts'
import { countIds, listCounted } from '../../../../src/domain/reports/board/count-figures.ts'
import { drillDown, readDrill } from '../../../../src/domain/reports/board/drill-down.ts'
import { listProgress } from '../../../../src/domain/reports/board/list-progress.ts'
import { listUnitFindings } from '../../../../src/domain/reports/board/list-unit-findings.ts'
import { makeStanding, type Standing, type StepCell } from '../../../../src/domain/reports/board/standing.ts'
import { readProgramme } from '../../../../src/domain/qms/programme.ts'
import { defaultQmsSettings } from '../../../../src/domain/qms/qms-facts.ts'
import { toThings } from '../../../support/a-province.ts'

const today = '2018-03-01'
const noon = (day: string): number => Date.parse(`${day}T12:00:00+07:00`)

const aStep = (id: string, given: Partial<StepCell> = {}): StepCell => ({
  id,
  state: 'open',
  plannedOn: null,
  on: null,
  owner: null,
  daysLate: 0,
  ...given,
})

const aStanding = (given: Partial<Standing> = {}): Standing => ({
  unit: 'u',
  steps: [aStep('s01'), aStep('s13'), aStep('s16')],
  metGates: [],
  openGates: [],
  readiness: 'notReady',
  declaredOn: null,
  decisions: [],
  trainees: [],
  onTimeRate: null,
  changedAt: null,
  survey: null,
  citizens: [],
  leftSurveys: [],
  ...given,
})

const aCommune = (code: string, given: Partial<Standing> = {}, findings: readonly FindingLine[] = []) =>
  ({
    unit: { id: code, code, kind: 'commune', name: code, fullName: code, parent: 'd', from: '', to: null },
    district: undefined,
    standing: aStanding({ unit: code, ...given }),
    findings,
  }) satisfies BoardCommune

const aLine = (thing: string, given: Partial<FindingLine> = {}): FindingLine => ({
  thing,
  unit: '1',
  number: thing,
  grade: 'minor',
  clauses: ['4.2.3'],
  area: null,
  nature: '',
  state: 'raised',
  raisedOn: '2018-01-01',
  dueOn: '2018-02-01',
  owner: undefined,
  lead: '',
  daysLate: 0,
  isRepeat: false,
  repeats: [],
  waitsFor: 'commune',
  ...given,
})

test('the board has late communes first, then those of which nothing was heard for a month, and arrived ones last', () => {
  const done = [aStep('s01', { state: 'done' }), aStep('s13', { state: 'said' }), aStep('s16')]
  const rows = listBoardRows(
    [
      aCommune('arrived', { steps: done, changedAt: noon('2017-11-01') }),
      aCommune('new'),
      aCommune('silent', { changedAt: noon('2018-01-01') }),
      aCommune('late', { steps: [aStep('s01', { daysLate: 3 })], changedAt: noon(today) }),
      aCommune('silent longer', { changedAt: noon('2017-12-01') }),
      aCommune('later', { steps: [aStep('s01', { daysLate: 9 })] }),
      aCommune('busy', {
        steps: [aStep('s01', { state: 'begun' }), aStep('s16')],
        changedAt: noon('2018-02-20'),
      }),
    ],
    today,
  )
  expect(rows.map(({ unit, state }) => `${unit.code}: ${state}`)).toEqual([
    'later: late',
    'late: late',
    'silent longer: stuck',
    'silent: stuck',
    'busy: running',
    'new: notStarted',
    'arrived: finished',
  ])
})

test('an overdue figure counts late findings and decisions of reviews that nobody has done, and nothing else', () => {
  const decisions = [
    { thing: 'r', id: 'open', text: 'a', dueOn: '2018-02-28', doneOn: null },
    { thing: 'r', id: 'done', text: 'b', dueOn: '2018-02-01', doneOn: '2018-02-02' },
    { thing: 'r', id: 'today', text: 'c', dueOn: today, doneOn: null },
    { thing: 'r', id: 'no day', text: 'd', dueOn: null, doneOn: null },
  ]
  const lines = [
    aLine('late', { daysLate: 2 }),
    aLine('in time'),
    aLine('ofi', { grade: 'ofi', daysLate: 4 }),
  ]
  const items = listCounted([aCommune('1', { decisions }, lines)], 'overdue', today)
  expect(items.map(({ kind, thing, part }) => `${kind} ${thing} ${part}`.trim())).toEqual([
    'finding late',
    'decision r open',
  ])
})

test('a finding against two clauses stands in both bars, a strength in none', () => {
  const lines = [
    aLine('a', { clauses: ['4.2.3', '7.2'] }),
    aLine('b'),
    aLine('c', { grade: 'strength', clauses: ['7.2'] }),
  ]
  const bars = listBars([aCommune('1', {}, lines)], 'pareto', defaultQmsSettings)
  expect(bars.map(({ key, items }) => [key, items.map(({ thing }) => thing)])).toEqual([
    ['4.2.3', ['a', 'b']],
    ['7.2', ['a']],
  ])
})

test('scores by section are means of the communes that have one', () => {
  const survey = (sections: Readonly<Record<string, number>>) => ({ survey: { thing: 't', sections } })
  const bars = listBars(
    [aCommune('1', survey({ s1: 40, s2: 80 })), aCommune('2', survey({ s1: 60 })), aCommune('3')],
    'survey',
    defaultQmsSettings,
  )
  expect(bars.map(({ key, items }) => [key, meanOf(items), items.length])).toEqual([
    ['s1', 50, 2],
    ['s2', 80, 1],
  ])
})

test('the curve adds up month by month, and says nothing of declarations in months to come', () => {
  const points = listProgress(
    [
      aCommune('1', { declaredOn: '2018-01-15', steps: [aStep('s13', { plannedOn: '2018-02-10' })] }),
      aCommune('2', { steps: [aStep('s13', { plannedOn: '2018-04-01' })] }),
    ],
    today,
  )
  expect(points.map(({ month, planned, declared }) => [month, planned.length, declared?.length])).toEqual([
    ['2017-12', 0, 0],
    ['2018-01', 0, 1],
    ['2018-02', 1, 1],
    ['2018-03', 1, 1],
    ['2018-04', 2, undefined],
  ])
})

test('an address names a figure of the board or nothing', () => {
  expect(readDrill('overdue', null)).toEqual({ of: 'overdue', key: '' })
  expect(readDrill('planned', '2018-02')).toEqual({ of: 'planned', key: '2018-02' })
  expect([readDrill('toString', null), readDrill(null, null)]).toEqual([undefined, undefined])
  for (const of of countIds)
    expect(drillDown([aCommune('1')], { of, key: '' }, { ...defaultQmsSettings, today })).toEqual(
      listCounted([aCommune('1')], of, today),
    )
})

test('a standing is plain JSON: what a tablet keeps of it is what it made', () => {
  const things = toThings([
    {
      type: 'road',
      thing: 'road.plan174.u',
      field: 'steps/s01',
      value: { plannedOn: '2018-02-01', owner: 'p' },
      at: noon('2018-01-01'),
    },
    {
      type: 'road',
      thing: 'road.plan174.u',
      field: 'staff/a',
      value: { name: 'Lan', from: '2017-01-01' },
      at: noon('2018-01-03'),
    },
  ])
  const programme = readProgramme('plan174', [{ field: 'communes/u', value: true }])
  const standing = makeStanding(things, {
    unit: { id: 'u', from: '2017-10-15', to: null },
    programme,
    programmes: [programme],
    dayOf: ms => new Date(ms).toISOString().slice(0, 10),
    findForm: () => undefined,
    checklist: undefined,
    settings: defaultQmsSettings,
    today,
  })
  expect(JSON.parse(JSON.stringify(standing))).toEqual(standing)
  expect(standing.steps[0]).toMatchObject({ id: 's01', state: 'open', daysLate: 28, owner: 'p' })
  expect([standing.trainees, standing.changedAt]).toEqual([
    [{ id: 'a', name: 'Lan', isTrained: false }],
    noon('2018-01-03'),
  ])
  expect(listUnitFindings(things, today)).toEqual([])
})

test('a survey that was sent before its commune moved is a figure of the board, and opens at its review', () => {
  const programmeOf = (id: string, ...more: readonly string[]) =>
    readProgramme(
      id,
      ['surveys/short', ...more].map(field => ({ field, value: true })),
    )
  const programme = programmeOf('second', 'communes/u')
  const standingOf = (to: string) =>
    makeStanding(
      toThings([
        {
          type: 'response',
          thing: 'first.short.u',
          field: 'moves/a',
          value: { to, reason: 'r' },
          at: noon('2018-01-01'),
        },
      ]),
      {
        unit: { id: 'u', from: '2017-10-15', to: null },
        programme,
        programmes: [programme, programmeOf('first')],
        dayOf: ms => new Date(ms).toISOString().slice(0, 10),
        findForm: () => undefined,
        checklist: undefined,
        settings: defaultQmsSettings,
        today,
      },
    )
  const counted = (to: string) => listCounted([aCommune('u', standingOf(to))], 'leftSurveys', today)
  expect(counted('sent')).toMatchObject([{ kind: 'survey', unit: 'u', thing: 'first.short.u' }])
  expect(counted('approved')).toEqual([])
})
