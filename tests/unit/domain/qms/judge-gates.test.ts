import { describe, expect, test } from 'vitest'
import { gates, type GateRule } from '../../../../src/domain/qms/gates.ts'
import { judgeGates, readinessOf, type GateResult } from '../../../../src/domain/qms/judge-gates.ts'
import { readManagementReview } from '../../../../src/domain/qms/management-review.ts'
import { defaultQmsSettings, type QmsFacts } from '../../../../src/domain/qms/qms-facts.ts'
import { readRoad } from '../../../../src/domain/qms/road.ts'
import { facts, finding, issuedDocument, stored } from '../../../support/qms-facts.ts'

const today = '2017-12-01'

function judge(rule: GateRule, known: Partial<QmsFacts>): GateResult {
  const result = judgeGates(facts(known), defaultQmsSettings, today).find(({ gate }) => gate.rule === rule)
  if (!result) throw new Error(`no gate has the rule ${rule}`)
  return result
}

const staff = (names: readonly string[]) =>
  readRoad(
    stored(
      Object.fromEntries(
        names.map((name, at) => [`staff/${at}`, { name, post: '', from: '2017-01-01', to: null }]),
      ),
    ),
  )

const session = (subject: string, present: readonly string[]) => ({
  thing: `s-${subject}`,
  subject,
  on: '2017-11-02',
  present: present.map(name => ({ key: undefined, name })),
  invited: undefined,
})

describe('the 29 gates of a declaration', () => {
  test('are 29, of which 24 must be met and 13 are computed', () => {
    expect(gates).toHaveLength(29)
    expect(gates.filter(({ isMust }) => isMust)).toHaveLength(24)
    expect(gates.filter(({ rule }) => rule)).toHaveLength(13)
  })

  test('nothing is ready where nothing is known', () => {
    const results = judgeGates(facts(), defaultQmsSettings, today)
    expect(results.filter(({ value }) => value === 'met')).toEqual([
      expect.objectContaining({ gate: expect.objectContaining({ rule: 'openMajors' }) }),
      expect.objectContaining({ gate: expect.objectContaining({ rule: 'lateMinors' }) }),
    ])
    expect(readinessOf(results)).toBe('notReady')
  })

  test('training names who is missing, whatever marks the list was written with', () => {
    const road = staff(['Hoà Văn An', 'Lý Thị Bình'])
    const { computed } = judge('attendanceRate', { road, sessions: [session('aware', ['Hòa Văn An'])] })
    expect(computed).toMatchObject({ isMet: false, why: { figures: { rate: 50 }, names: ['Lý Thị Bình'] } })
  })

  test('people who have left the commune are no longer asked for', () => {
    const road = readRoad(
      stored({
        'staff/a': { name: 'An', post: '', from: '2017-01-01', to: null },
        'staff/b': { name: 'Bình', post: '', from: '2017-01-01', to: '2017-11-01' },
      }),
    )
    expect(judge('attendanceRate', { road, sessions: [session('aware', ['An'])] }).value).toBe('met')
  })

  test('six mandatory procedures have to be issued; the missing ones are named', () => {
    const documents = new Map(
      [1, 2, 3, 4, 5].map(n => [`d${n}`, issuedDocument('2017-09-01', { mandatory: `procedure${n}` })]),
    )
    expect(judge('mandatoryProcedures', { documents }).computed?.why.names).toEqual(['procedure6'])
    documents.set('d6', issuedDocument('2017-09-01', { mandatory: 'procedure6' }))
    expect(judge('mandatoryProcedures', { documents }).value).toBe('met')
  })

  test('every procedure in scope needs a work procedure in force', () => {
    const road = readRoad(stored({ 'procedures/birth': { title: 'Đăng ký khai sinh', area: 'Hộ tịch' } }))
    expect(judge('scopeCovered', { road }).computed?.why.names).toEqual(['Đăng ký khai sinh'])
    const documents = new Map([['d', issuedDocument('2017-09-01', { procedure: 'birth' })]])
    expect(judge('scopeCovered', { road, documents }).value).toBe('met')
  })

  test.each([
    ['2017-10-02', 'met', 60],
    ['2017-10-03', 'notMet', 59],
  ] as const)('documents issued on %s: %s after %i days', (issuedOn, value, days) => {
    const result = judge('daysApplied', { documents: new Map([['d', issuedDocument(issuedOn)]]) })
    expect(result.value).toBe(value)
    expect(result.computed?.why.figures['days']).toBe(days)
  })

  test('an open major blocks and is linked to; a closed one does not', () => {
    const findings = new Map([
      ['open', finding('major', ['accepted'])],
      ['closed', finding('major', ['accepted', 'closed'])],
    ])
    expect(judge('openMajors', { findings }).computed).toMatchObject({
      isMet: false,
      why: { figures: { count: 1 }, things: ['open'] },
    })
  })

  test.each([
    [['accepted'], {}, 'notMet'],
    [['planApproved'], { dueOn: '2017-12-01' }, 'met'],
    [['planApproved'], { dueOn: '2017-11-30' }, 'notMet'],
    [['done'], { dueOn: '2017-11-30' }, 'met'],
    [['closed'], {}, 'met'],
  ] as const)('a minor that is %j with %j is %s', (moves, action, value) => {
    expect(judge('lateMinors', { findings: new Map([['f', finding('minor', moves, action)]]) }).value).toBe(
      value,
    )
  })

  test('a management review counts once the head has confirmed it, after the audit', () => {
    const report = { thing: 'r', signedOn: '2017-11-20', content: { checks: [] } as never }
    const held = (on: string, confirmed: boolean) =>
      new Map([['m', readManagementReview(stored({ on, ...(confirmed && { confirmed: true }) }))]])
    const said = (reviews: QmsFacts['reviews']) => {
      const { value, computed } = judge('reviewAfterAudit', { reports: [report], reviews })
      return [value, computed?.why.code]
    }
    expect(said(held('2017-11-25', false))).toEqual(['notMet', 'noReview'])
    expect(said(held('2017-11-19', true))).toEqual(['notMet', 'reviewBefore'])
    expect(said(held('2017-11-20', true))).toEqual(['met', 'review'])
  })

  test('clauses left out with a reason are not asked for; those not audited are named', () => {
    const content = {
      checks: [
        { clauses: ['4.1'], verdict: 'conform' },
        { clauses: ['5.1'], verdict: 'not_checked' },
      ],
    } as never
    const reports = [{ thing: 'r', signedOn: '2017-11-20', content }]
    const road = readRoad(stored({ 'exclusions/7.3': 'Xã không thiết kế dịch vụ' }))
    const auditableClauses = ['4.1', '5.1', '7.3.1']
    expect(judge('clauseCoverage', { reports, road, auditableClauses }).computed?.why.names).toEqual(['5.1'])
  })

  test('a word against the figures counts with a reason only', () => {
    const said = (reason: string) => readRoad(stored({ 'gates/rd_train_1': { value: 'met', reason } }))
    expect(judge('attendanceRate', { road: said(' ') })).toMatchObject({
      isOverridden: false,
      value: 'notMet',
    })
    expect(judge('attendanceRate', { road: said('Danh sách giấy') })).toMatchObject({
      isOverridden: true,
      value: 'met',
    })
  })

  test('a paper that nobody photographed is not there', () => {
    const photo = { type: 'image/jpeg', size: 1, width: 1, height: 1, thumb: null }
    const judged = { 'gates/rd_org_1': { value: 'met', reason: '' } }
    const value = (fields: Parameters<typeof stored>[0]) =>
      judgeGates(facts({ road: readRoad(stored(fields)) }), defaultQmsSettings, today)[0]?.value
    expect(value(judged)).toBe('open')
    expect(value({ ...judged, [`evidence/rd_org_1/${'a'.repeat(64)}`]: photo })).toBe('met')
  })

  test.each([
    [0, 'ready'],
    [1, 'almost'],
    [2, 'almost'],
    [3, 'notReady'],
  ] as const)('with %i required gates open a commune is %s', (open, expected) => {
    const must = gates.filter(({ isMust }) => isMust)
    const results = must.map((gate, at): GateResult => ({
      gate,
      computed: undefined,
      judged: undefined,
      isOverridden: false,
      value: at < open ? 'notMet' : at % 2 ? 'met' : 'na',
    }))
    expect(readinessOf(results)).toBe(expected)
  })
})
