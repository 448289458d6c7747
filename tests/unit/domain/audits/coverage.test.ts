import { describe, expect, test } from 'vitest'
import { auditFacts, programmeFacts, type ClausesOf } from '../../../../src/domain/audits/cover-fact.ts'
import { coverOf } from '../../../../src/domain/audits/coverage.ts'
import type { Check } from '../../../../src/domain/audits/audit.ts'
import type { Verdict } from '../../../../src/domain/audits/verdict.ts'
import { aPlannedAudit, aTimetableRow } from '../../../support/a-planned-audit.ts'

const clausesOf: ClausesOf = (_, item) => ({ ia_4_2_3: ['4.2.3'], ia_7_2_1: ['7.2.1'] })[item]
const checklist = { id: 'audit_checklist_2008', version: '1.0.0' }

const aCheck = (key: string, verdict: Verdict | undefined): readonly [string, Check] => [
  key,
  {
    key,
    verdict: verdict && { value: verdict, author: 'p-vi', at: 0 },
    note: '',
    proof: '',
    interviewed: '',
    happened: undefined,
    sample: undefined,
    sampled: [],
    photos: {},
    recordedAt: 0,
  },
]

const signed = aPlannedAudit({
  state: 'signed',
  checklist,
  timetable: [aTimetableRow({ clauses: ['4', '7'] }), aTimetableRow({ id: 'r2', area: 'land' })],
  checks: new Map([
    aCheck('ia_4_2_3@oneStop', 'conform'),
    aCheck('ia_7_2_1@oneStop', 'not_checked'),
    aCheck('ia_7_2_1@land', 'not_checked'),
  ]),
})

describe('what an audit covers', () => {
  test('a signed audit has audited the clauses that somebody gave a verdict on', () => {
    const facts = auditFacts('c1', signed, clausesOf, '2008')
    expect(facts).toEqual([
      { kind: 'audited', unit: 'c1', area: 'oneStop', clauses: ['4.2.3'], on: '2017-10-16' },
    ])
    expect(coverOf(facts, { year: 2017, area: 'oneStop', clause: '4.2' }).state).toBe('audited')
    expect(coverOf(facts, { year: 2017, area: 'oneStop', clause: '7.2' }).state).toBe('never')
    expect(coverOf(facts, { year: 2017, area: 'land' }).state).toBe('never')
  })

  test('where the checklist is not known the timetable says which clauses', () => {
    const facts = auditFacts('c1', signed, () => undefined, '2008')
    expect(facts.map(({ area, clauses }) => [area, clauses])).toEqual([['oneStop', ['4', '7']]])
  })

  test('a signed audit without checks has audited its timetable', () => {
    const facts = auditFacts('c1', { ...signed, checks: new Map() }, clausesOf, '2008')
    expect(facts.map(({ kind, area }) => [kind, area])).toEqual([
      ['audited', 'oneStop'],
      ['audited', 'land'],
    ])
  })

  test('clauses come in the edition that is looked at', () => {
    const [fact] = auditFacts('c1', signed, clausesOf, '2015')
    expect(fact?.clauses).toEqual(['7.5.2', '7.5.3'])
    expect(coverOf(fact ? [fact] : [], { year: 2017, area: 'oneStop', clause: '7.5' }).state).toBe('audited')
  })

  test('a whole chapter comes in the other edition with the clauses below it', () => {
    const [fact] = auditFacts('c1', { ...signed, checks: new Map() }, clausesOf, '2015')
    expect(fact?.clauses).toContain('7.5.3')
    expect(fact?.clauses).toContain('8.2.1')
  })

  test('an audit that is not signed yet is planned, a cancelled one nothing', () => {
    const facts = auditFacts('c1', { ...signed, state: 'underway' }, clausesOf, '2008')
    expect(coverOf(facts, { year: 2017, area: 'land' })).toEqual({
      state: 'planned',
      auditedOn: undefined,
      months: [10],
    })
    expect(auditFacts('c1', { ...signed, state: 'cancelled' }, clausesOf, '2008')).toEqual([])
  })
})

describe('coverage of a year', () => {
  const programme = programmeFacts(
    'c1',
    2018,
    {
      standard: '2008',
      texts: {},
      rows: [
        { id: 'a', area: 'oneStop', clauses: ['8.2'], month: 11, auditors: [] },
        { id: 'b', area: 'oneStop', clauses: ['7'], month: 3, auditors: [] },
        { id: 'c', area: 'oneStop', clauses: ['7'], month: 11, auditors: [] },
      ],
    },
    '2008',
  )
  const facts = [...auditFacts('c1', signed, clausesOf, '2008'), ...programme]

  test('planned months come in their order, each once', () => {
    expect(coverOf(facts, { year: 2018, area: 'oneStop' })).toEqual({
      state: 'planned',
      auditedOn: '2017-10-16',
      months: [3, 11],
    })
  })

  test('a clause is planned with the clause above it', () => {
    expect(coverOf(programme, { year: 2018, area: 'oneStop', clause: '8.2.2' }).months).toEqual([11])
    expect(coverOf(programme, { year: 2018, area: 'oneStop', clause: '8' }).months).toEqual([11])
    expect(coverOf(programme, { year: 2018, area: 'oneStop', clause: '8.3' }).state).toBe('never')
  })

  test('what was audited a year before and is not planned again says so', () => {
    expect(coverOf(facts, { year: 2019, area: 'oneStop' }).state).toBe('earlier')
  })

  test('what comes after the year is not seen in it', () => {
    expect(coverOf(facts, { year: 2016, area: 'oneStop' })).toEqual({
      state: 'never',
      auditedOn: undefined,
      months: [],
    })
  })
})
