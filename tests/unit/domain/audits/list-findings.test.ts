import { describe, expect, test } from 'vitest'
import { boardFigures } from '../../../../src/domain/audits/board-figures.ts'
import { ageOf, passesFilter } from '../../../../src/domain/audits/finding-filter.ts'
import {
  isMine,
  listFindings,
  type FindingLine,
  type ListedField,
} from '../../../../src/domain/audits/list-findings.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'

const today = '2017-12-31'
const thing = (n: number): string => `finding.2017.1-1.1-${n + 1}.06010@2017-10-15`
const request = {
  audit: 'audit.2017.1-1.06010@2017-10-15',
  standard: '2008',
  grade: 'minor',
  clauses: ['4.2.3'],
  otherClauses: [],
  requirement: '',
  proof: 'P',
  nature: 'Bản cũ',
  area: null,
  responsible: '',
  lead: 'lead',
  raisedOn: '2017-12-01',
  dueOn: '2017-12-20',
  repeats: [],
}
let order = 0
const field = (n: number, name: string, value: JsonValue, author = 'a'): ListedField => ({
  thing: thing(n),
  field: name,
  value,
  author,
  at: ++order,
  order,
})

interface Sample {
  readonly request?: Readonly<Record<string, JsonValue>>
  readonly moves?: readonly string[]
  readonly effect?: string
  readonly dueOn?: string
  readonly owner?: string
  readonly amended?: readonly ListedField[]
}

function list(samples: readonly Sample[]): readonly FindingLine[] {
  return listFindings({
    requests: samples.map((one, n) => field(n, 'request', { ...request, ...one.request })),
    moves: samples.flatMap((one, n) => (one.moves ?? []).map((to, at) => field(n, `moves/${at}`, { to }))),
    effects: samples.flatMap((one, n) => (one.effect ? [field(n, 'action/effectiveness', one.effect)] : [])),
    dueDays: samples.flatMap((one, n) => (one.dueOn ? [field(n, 'action/dueOn', one.dueOn)] : [])),
    owners: samples.flatMap((one, n) => (one.owner ? [field(n, 'action/owner', one.owner)] : [])),
    amended: samples.flatMap(one => one.amended ?? []),
    today,
  })
}

describe('the list of findings', () => {
  test('puts late ones first, then by day, settled ones last', () => {
    const lines = list([
      { moves: ['accepted', 'closed'] },
      { dueOn: '2018-02-01' },
      { dueOn: '2017-12-30' },
      { dueOn: '2018-01-01' },
    ])
    expect(lines.map(line => line.thing)).toEqual([thing(2), thing(3), thing(1), thing(0)])
    expect(lines.map(({ daysLate }) => daysLate)).toEqual([1, 0, 0, 0])
  })

  test('nobody is late while the auditors have the next step', () => {
    expect(list([{ moves: ['accepted', 'done'] }])[0]).toMatchObject({ daysLate: 0, waitsFor: 'auditor' })
  })

  test('waits for the commune again once a check has found no effect, and is the owner’s', () => {
    const may = { act: true, approve: false, accept: false, verify: false }
    const [judged, waiting] = list([
      { moves: ['done', 'verified'], effect: 'notEffective', owner: 'lan' },
      { moves: ['done', 'verified'], owner: 'lan' },
    ])
    expect([judged?.waitsFor, waiting?.waitsFor]).toEqual(['commune', 'auditor'])
    expect([judged, waiting].map(line => line && isMine(line, 'lan', may))).toEqual([true, false])
    expect(judged && isMine(judged, 'minh', may)).toBe(false)
  })

  test('the effect of an earlier round says nothing of this one', () => {
    const effects = [field(0, 'action/effectiveness', 'notEffective')]
    const moves = [field(0, 'moves/1', { to: 'planned' }), field(0, 'moves/2', { to: 'verified' })]
    const requests = [field(0, 'request', request)]
    const none = { owners: [], amended: [], dueDays: [], today }
    expect(listFindings({ requests, moves, effects, ...none })[0]?.waitsFor).toBe('auditor')
  })

  test('is due when its latest round says, whatever came first', () => {
    const requests = [field(0, 'request', request)]
    const dueDays = [field(0, 'action/dueOn/2', '2018-05-01'), field(0, 'action/dueOn', '2018-01-01')]
    const none = { moves: [], effects: [], owners: [], amended: [], today }
    expect(listFindings({ requests, dueDays, ...none })[0]?.dueOn).toBe('2018-05-01')
  })

  test('a recommendation that was amended to a major asks for action, once a second person agrees', () => {
    const amendment = field(0, 'amendments/x', { part: 'grade', value: 'major', reason: 'Vi phạm luật' })
    const ofi = { request: { grade: 'ofi' } }
    expect(list([{ ...ofi, amended: [amendment] }])[0]).toMatchObject({ grade: 'ofi', state: 'noted' })
    const agreed = { ...ofi, amended: [amendment, field(0, 'agreements/x', true, 'b')] }
    expect(list([agreed])[0]).toMatchObject({ grade: 'major', state: 'raised' })
  })

  test('says whose turn it is', () => {
    const all = { act: true, approve: true, accept: true, verify: true }
    const none = { act: false, approve: false, accept: false, verify: false }
    const turn = (sample: Sample, may: Partial<typeof all>, person = 'me'): boolean =>
      isMine(list([sample])[0]!, person, { ...none, ...may })
    expect(turn({}, { accept: true })).toBe(true)
    expect(turn({}, { act: true })).toBe(false)
    expect(turn({ moves: ['accepted'], owner: 'me' }, { act: true })).toBe(true)
    expect(turn({ moves: ['accepted'], owner: 'other' }, { act: true })).toBe(false)
    expect(turn({ moves: ['planned'] }, { approve: true })).toBe(true)
    expect(turn({ moves: ['done'] }, { verify: true })).toBe(true)
    expect(turn({ moves: ['disputed'] }, { verify: true }, 'lead')).toBe(true)
    expect(turn({ moves: ['disputed'] }, {}, 'lead')).toBe(false)
    expect(turn({ moves: ['closed'] }, all)).toBe(false)
  })
})

describe('the figures of the board', () => {
  const lines = list([
    { request: { grade: 'major', clauses: ['4.2.3', '8.3'], raisedOn: '2017-12-20' }, dueOn: '2018-01-05' },
    { dueOn: '2017-12-01', request: { repeats: ['finding.2016.1-1.1-1.06010@2017-10-15'] } },
    { moves: ['closed'] },
    { request: { grade: 'ofi' } },
    { request: { grade: 'strength' } },
  ])
  const figures = boardFigures(lines, today)

  test('add up: every finding that asks for action stands in one cell', () => {
    const cells = [...figures.byState.values()].flatMap(row => Object.values(row))
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    expect([figures.open, figures.late, figures.repeats].map(({ count }) => count)).toEqual([2, 1, 1])
    expect(figures.repeated.map(line => [line.thing, line.repeats])).toEqual([
      [thing(1), ['finding.2016.1-1.1-1.06010@2017-10-15']],
    ])
  })

  test('count a finding for each of its clauses, most first, with the share up to there', () => {
    expect(figures.byClause.map(({ key, count }) => [key, count])).toEqual([
      ['4.2.3', 3],
      ['8.3', 1],
    ])
    expect(figures.byClause.map(({ sumPercent }) => sumPercent)).toEqual([75, 100])
    expect(figures.lateByUnit.map(({ key, count }) => [key, count])).toEqual([['06010@2017-10-15', 1]])
  })

  test('lead to lists that are exactly as long as the figure says', () => {
    const more = list([
      { request: { grade: 'major', raisedOn: '2017-08-01', clauses: ['8.3', '8.3'] } },
      { request: { grade: 'ofi', repeats: ['finding.2016.1-1.1-1.06010@2017-10-15'] } },
      { moves: ['accepted', 'done'] },
    ])
    const all = [...lines, ...more, { ...more[0]!, unit: 'other', daysLate: 3 }]
    for (const unit of [null, '06010@2017-10-15']) {
      const own = all.filter(line => unit === null || line.unit === unit)
      const { open, late, repeats, byState, byClause, lateByUnit } = boardFigures(own, today, unit)
      const cells = [...byState.values()].flatMap(row => Object.values(row))
      const shown = [open, late, repeats, ...cells, ...byClause, ...lateByUnit]
      expect(shown.filter(({ count }) => count > 0).length).toBeGreaterThan(8)
      for (const { count, filter } of shown)
        expect(
          all.filter(line => passesFilter(line, filter, { today, isMine: () => false })),
          JSON.stringify(filter),
        ).toHaveLength(count)
    }
  })

  test.each([
    ['2017-12-16', 'upTo15'],
    ['2017-12-15', 'upTo30'],
    ['2017-12-01', 'upTo30'],
    ['2017-11-30', 'upTo60'],
    ['2017-10-31', 'over60'],
  ] as const)('a finding raised on %s is %s old', (raisedOn, age) => {
    expect(ageOf(raisedOn, today)).toBe(age)
  })
})
