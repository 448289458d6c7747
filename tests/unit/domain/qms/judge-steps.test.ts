import { describe, expect, test } from 'vitest'
import { judgeSteps, nextStep } from '../../../../src/domain/qms/judge-steps.ts'
import { isInOrder, refuseRoadChange } from '../../../../src/domain/qms/refuse-road-change.ts'
import { defaultQmsSettings, type QmsFacts } from '../../../../src/domain/qms/qms-facts.ts'
import { readProgramme } from '../../../../src/domain/qms/programme.ts'
import { readRoad } from '../../../../src/domain/qms/road.ts'
import { steps } from '../../../../src/domain/qms/steps.ts'
import { facts, finding, stored } from '../../../support/qms-facts.ts'

const today = '2017-12-01'
const commune = { id: 'c', from: '2017-10-15', to: null }
const noPlan = readProgramme('p', [{ field: 'communes/c', value: true }])
const judge = (known: Partial<QmsFacts>) =>
  judgeSteps(facts(known), defaultQmsSettings, today, noPlan, commune)
const stateOf = (id: string, known: Partial<QmsFacts>) =>
  judge(known).find(({ step }) => step.id === id)?.state
const photo = { type: 'image/jpeg', size: 1, width: 1, height: 1, thumb: null }
const hash = 'a'.repeat(64)

describe('the road of a commune', () => {
  test('has the sixteen steps of the plan and begins with the first', () => {
    const statuses = judge({})
    expect(statuses).toHaveLength(16)
    expect(nextStep(statuses)?.step.id).toBe('s01')
    expect(statuses.every(({ state }) => state === 'open')).toBe(true)
  })

  test('a survey counts once it is sent', () => {
    const survey = (state: string) => ({ survey: { thing: 'r', state, movedOn: undefined } })
    expect(stateOf('s02', survey('draft'))).toBe('begun')
    expect(stateOf('s02', survey('returned'))).toBe('begun')
    expect(stateOf('s02', survey('sent'))).toBe('done')
    expect(stateOf('s02', survey('approved'))).toBe('done')
  })

  test('corrective action is done when every finding that asks for one is settled', () => {
    const reports = [{ thing: 'r', signedOn: '2017-11-20', content: { checks: [] } as never }]
    const findings = new Map([
      ['a', finding('minor', ['closed'])],
      ['b', finding('ofi')],
    ])
    expect(stateOf('s11', { reports, findings })).toBe('done')
    findings.set('c', finding('major', ['done']))
    expect(stateOf('s11', { reports, findings })).toBe('begun')
  })

  test('what somebody says is done counts with a proof only, and is marked as said', () => {
    const said = { 'done/s01': { on: '2017-11-01', note: '' } }
    expect(stateOf('s01', { road: readRoad(stored(said)) })).toBe('open')
    expect(stateOf('s01', { road: readRoad(stored({ ...said, [`evidence/s01/${hash}`]: photo })) })).toBe(
      'said',
    )
  })

  test('a planned day that has passed makes an open step late, and never a done one', () => {
    const road = readRoad(stored({ 'steps/s02': { plannedOn: '2017-11-28', owner: null, note: '' } }))
    const late = (known: Partial<QmsFacts>) =>
      judge({ road, ...known }).find(({ step }) => step.id === 's02')?.daysLate
    expect(late({})).toBe(3)
    expect(late({ survey: { thing: 'r', state: 'sent', movedOn: undefined } })).toBe(0)
  })

  const planned = { ...noPlan, plan: new Map([['s01', '2017-11-20']]) }
  test.each([
    ['of a programme that is over', { ...planned, endedOn: '2017-11-25' }, commune],
    ['of a programme that goes on without the commune', { ...planned, communes: new Set(['d']) }, commune],
    ['of a unit that was founded after the day', planned, { ...commune, from: '2017-11-21' }],
    ['of a unit that has ended', planned, { ...commune, to: '2017-11-30' }],
  ])('nothing %s is late or due', (_, programme, unit) => {
    const [first] = judgeSteps(facts({}), defaultQmsSettings, today, programme, unit)
    expect(first).toMatchObject({ plannedOn: '2017-11-20', dueOn: undefined, daysLate: 0 })
  })

  test.each([
    ['founded on the day', { ...commune, from: '2017-11-20' }],
    ['ending later', { ...commune, to: today }],
  ])('a step of a unit %s is late', (_, unit) => {
    const [first] = judgeSteps(facts({}), defaultQmsSettings, today, planned, unit)
    expect(first).toMatchObject({ dueOn: '2017-11-20', daysLate: 11 })
  })

  test('a step is whose the programme says, or else whose it usually is', () => {
    const owners = new Map([['s01', { roles: [], office: 'Phòng Nội vụ' }]])
    const found = judgeSteps(facts({}), defaultQmsSettings, today, { ...noPlan, owners }, commune)
    expect(found.slice(0, 2).map(one => one.owners)).toEqual([
      { roles: [], office: 'Phòng Nội vụ' },
      { roles: steps[1]?.roles, office: '' },
    ])
  })

  test('the programme’s day counts where the commune has set none of its own', () => {
    const road = readRoad(stored({ 'steps/s02': { plannedOn: '2017-11-28', owner: null, note: '' } }))
    const plan = new Map([
      ['s01', '2017-11-20'],
      ['s02', '2017-11-20'],
    ])
    const days = judgeSteps(facts({ road }), defaultQmsSettings, today, { ...noPlan, plan }, commune)
      .slice(0, 3)
      .map(({ plannedOn, daysLate }) => [plannedOn, daysLate])
    expect(days).toEqual([
      ['2017-11-20', 11],
      ['2017-11-28', 3],
      [undefined, 0],
    ])
  })

  test('a step is not planned before the one that comes first', () => {
    const planned: Readonly<Record<string, string>> = { s02: '2017-11-10', s04: '2017-11-20' }
    const of = (step: string) => planned[step]
    expect(isInOrder('s03', '2017-11-10', of)).toBe(true)
    expect(isInOrder('s03', '2017-11-09', of)).toBe(false)
    expect(isInOrder('s03', '2017-11-21', of)).toBe(false)
  })

  test.each([
    ['steps/s03', { plannedOn: '2017-11-01', owner: null, note: '' }, 'badValue'],
    ['steps/s99', { plannedOn: null }, 'unknownField'],
    ['exclusions/8.2', 'Không cần', 'badValue'],
    ['exclusions/7.3', ' ', 'reasonMissing'],
    ['exclusions/7.3', 'Xã không thiết kế', undefined],
    ['gates/rd_org_1', { value: 'na', reason: '' }, 'reasonMissing'],
    ['staff/a', { name: 'An', from: '2017-02-01', to: '2017-01-01' }, 'badValue'],
    ['done/s01', { on: 'hôm qua' }, 'badValue'],
    ['elsewhere', true, 'unknownField'],
  ] as const)('%s = %j is answered with %s', (field, value, refusal) => {
    const plannedOn = (step: string) => (step === 's02' ? '2017-11-10' : undefined)
    expect(refuseRoadChange(field, value, { mayDo: () => true, plannedOn })).toBe(refusal)
  })

  test('only people of the commune write it; reviewers may plan', () => {
    const reviewer = (action: string) => action === 'qms.plan' || action === 'qms.comment'
    const given = { mayDo: reviewer, plannedOn: () => undefined }
    expect(refuseRoadChange('steps/s02', { plannedOn: '2017-11-10' }, given)).toBeUndefined()
    expect(refuseRoadChange('done/s01', { on: '2017-11-01' }, given)).toBe('notYourRole')
    expect(steps.map(({ id }) => id)).toContain('s02')
  })
})
