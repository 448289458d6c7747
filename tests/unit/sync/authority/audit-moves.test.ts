import { describe, expect, test } from 'vitest'
import { auditFields } from '../../../../src/domain/audits/audit-fields.ts'
import { auditMoves, auditStates } from '../../../../src/domain/audits/audit-state.ts'
import { findingFields } from '../../../../src/domain/audits/finding-fields.ts'
import { findingMoves, findingStates, isFindingTarget } from '../../../../src/domain/audits/finding-state.ts'
import { reportFields } from '../../../../src/domain/audits/report-fields.ts'
import { reportMoves, reportStates } from '../../../../src/domain/audits/report-state.ts'
import { may, type Action } from '../../../../src/domain/people/role.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import {
  anAudit,
  audit,
  drafts,
  everybody,
  fieldwork,
  finding,
  head,
  part,
  plan,
  report,
  requestOf,
  sha,
  staff,
  type Name,
  type Said,
} from './an-audit.ts'

/** Whether a person's roles in the commune allow an action, read from the table alone. */
const mayDo = (person: Name, action: Action): boolean =>
  person !== 'other' && staff[person].some(({ role }) => (may[action] as readonly string[]).includes(role))

const reads = (person: Name): boolean => mayDo(person, 'response.read')
const moved = (answers: readonly string[]): string => answers.at(-1) ?? 'nothing'

describe('every move of a finding, from each state, by each person', () => {
  const targets = findingStates.filter(isFindingTarget)
  const whole: readonly Said[] = [
    requestOf('4-1'),
    [findingFields.part('correction'), 'Thay bảng'],
    [findingFields.part('cause'), 'Chưa giao người'],
    [findingFields.part('action'), 'Giao người'],
    [findingFields.part('owner'), 'lan'],
    [findingFields.part('dueOn'), '2026-12-24'],
    [findingFields.part('doneOn'), '2026-12-20'],
    [findingFields.part('doneNote'), 'Đã thay'],
    [findingFields.part('verifyNote'), 'Đã xem'],
    [findingFields.part('effectiveness'), 'effective'],
  ]
  const inState = (state: string): readonly Said[] => [
    ...whole.map(([field, value]): Said => {
      if (state !== 'noted' || field !== findingFields.request) return [field, value]
      return [field, { ...(value as Record<string, JsonValue>), grade: 'ofi' }]
    }),
    ...(isFindingTarget(state) && state !== 'raised'
      ? [[findingFields.move('m0'), { to: state }] as const]
      : []),
  ]
  const isOne = (person: Name, only: 'lead' | 'owner' | undefined): boolean =>
    only === 'lead' ? person === 'nam' : only !== 'owner' || person === 'lan' || person === 'thao'

  test.each(findingStates)('from %s', async state => {
    const world = anAudit()
    let number = 0
    const heard: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const to of targets)
      for (const person of everybody) {
        const thing = finding(`4-${++number}`)
        await world.put('finding', thing, inState(state))
        const value = { to, reason: 'Vì vậy', signature: sha('c') }
        heard[`${to} by ${person}`] = moved(
          await world.say(person, 'finding', thing, [findingFields.move('m1'), value]),
        )
        const rules = findingMoves[state][to]
        const isMover = rules?.some(({ action, only }) => mayDo(person, action) && isOne(person, only))
        expected[`${to} by ${person}`] = !reads(person)
          ? 'held: outOfScope'
          : !rules
            ? 'held: illegalMove'
            : isMover
              ? 'ok'
              : 'held: notYourRole'
        const { state: now } = await world.readFinding(thing)
        expect([to, person, now]).toEqual([to, person, isMover && reads(person) ? to : state])
      }
    expect(heard).toEqual(expected)
  })

  test('none without what it needs', async () => {
    const world = anAudit()
    let number = 0
    for (const state of findingStates)
      for (const [to, rules] of Object.entries(findingMoves[state]))
        for (const { action, only, needs } of rules) {
          const person = everybody.find(one => reads(one) && mayDo(one, action) && isOne(one, only))
          for (const need of needs) {
            const thing = finding(`4-${++number}`)
            const absent = need === 'doneEvidence' ? 'action/doneNote' : `action/${need}`
            await world.put(
              'finding',
              thing,
              inState(state).filter(([field]) => field !== absent),
            )
            const said = { to, reason: 'Vì vậy', signature: sha('c') }
            const { [need as 'reason' | 'signature']: _, ...value } = said
            const answers = await world.say(person!, 'finding', thing, [findingFields.move('m1'), value])
            expect([state, to, need, moved(answers)]).toEqual([
              state,
              to,
              need,
              need === 'reason' ? 'held: reasonMissing' : 'held: incomplete',
            ])
          }
        }
    expect(number).toBeGreaterThan(20)
  })
})

describe('every move of an audit, from each state, by each person', () => {
  const inState = (state: string): readonly Said[] => [
    ...plan,
    ...fieldwork,
    ...drafts,
    ...(state === 'draft' ? [] : [[auditFields.move('m0'), { to: state }] as const]),
  ]
  const value = (to: string) => ({ to, reason: 'Vì vậy', hash: sha('a'), signature: sha('b') })
  const isIn = (person: Name, team: 'anybody' | 'member' | 'lead'): boolean =>
    team === 'anybody' || person === 'nam' || (team === 'member' && person === 'van')

  test.each(auditStates)('from %s', async state => {
    const heard: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const to of auditStates)
      for (const person of everybody) {
        const world = anAudit()
        await world.put('audit', audit, inState(state))
        heard[`${to} by ${person}`] = moved(
          await world.say(person, 'audit', audit, [auditFields.move('m1'), value(to)]),
        )
        const rule = auditMoves[state][to]
        const isMover = rule && mayDo(person, rule.action) && isIn(person, rule.team)
        expected[`${to} by ${person}`] = !mayDo(person, 'audit.read')
          ? 'held: outOfScope'
          : !rule
            ? 'held: illegalMove'
            : isMover
              ? 'ok'
              : 'held: notYourRole'
        expect((await world.readAudit()).state).toBe(isMover ? to : state)
      }
    expect(heard).toEqual(expected)
  })

  test.each([
    [
      'a plan without a lead',
      'draft',
      'planned',
      [[auditFields.team('nam'), { isLead: false }]],
      'incomplete',
    ],
    ['a plan with two', 'draft', 'planned', [[auditFields.team('van'), { isLead: true }]], 'incomplete'],
    ['a plan of a day outside its dates', 'draft', 'planned', [['to', '2026-11-22']], 'incomplete'],
    ['a plan without a checklist', 'draft', 'planned', [['checklist', null]], 'incomplete'],
    [
      'signing with a check not answered',
      'underway',
      'signed',
      [[auditFields.verdict('i4@oneStop'), null]],
      'incomplete',
    ],
    [
      'signing with a nonconformity without evidence',
      'underway',
      'signed',
      [[auditFields.proof('i1@oneStop'), '']],
      'incomplete',
    ],
    [
      'signing with a check that does not apply, and no reason',
      'underway',
      'signed',
      [[auditFields.verdict('i4@oneStop'), 'na']],
      'incomplete',
    ],
    [
      'signing with half a finding',
      'underway',
      'signed',
      [[auditFields.finding('4-1', 'nature'), '']],
      'incomplete',
    ],
  ] as const)('%s is held', async (_, state, to, changed, reason) => {
    const world = anAudit()
    await world.put('audit', audit, inState(state))
    await world.put('audit', audit, changed)
    expect(await world.say('nam', 'audit', audit, [auditFields.move('m1'), value(to)])).toEqual([
      `held: ${reason}`,
    ])
  })

  test('a finding that was withdrawn need not be whole', async () => {
    const world = anAudit()
    await world.put('audit', audit, [
      ...inState('underway'),
      [auditFields.finding('4-1', 'nature'), ''],
      [auditFields.finding('4-1', 'withdrawn'), { reason: 'Gộp', into: ['5-1'] }],
    ])
    expect(await world.say('nam', 'audit', audit, [auditFields.move('m1'), value('signed')])).toEqual(['ok'])
  })

  test.each(['reason', 'hash', 'signature'] as const)('none that needs one without its %s', async need => {
    const [state, to] =
      need === 'reason' ? (['planned', 'cancelled'] as const) : (['underway', 'signed'] as const)
    const world = anAudit()
    await world.put('audit', audit, inState(state))
    const { [need]: _, ...rest } = value(to)
    expect(await world.say('nam', 'audit', audit, [auditFields.move('m1'), rest])).toEqual([
      need === 'reason' ? 'held: reasonMissing' : 'held: incomplete',
    ])
  })
})

describe('every move of a report, from each state, by each person', () => {
  test.each(reportStates)('from %s', async state => {
    const heard: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const to of reportStates)
      for (const person of everybody) {
        const world = anAudit()
        const before = state === 'issued' ? [] : [[reportFields.move('m0'), { to: state }] as const]
        await world.put('report', report, [part, head, ...before])
        heard[`${to} by ${person}`] = moved(
          await world.say(person, 'report', report, [reportFields.move('m1'), { to, reason: 'Vì vậy' }]),
        )
        const rule = reportMoves[state][to]
        const isMover = rule && mayDo(person, rule.action) && (!rule.onlyLead || person === 'nam')
        expected[`${to} by ${person}`] = !reads(person)
          ? 'held: outOfScope'
          : !rule
            ? 'held: illegalMove'
            : isMover
              ? 'ok'
              : 'held: notYourRole'
        expect((await world.readReport()).state).toBe(isMover ? to : state)
      }
    expect(heard).toEqual(expected)
  })

  test('none of a report that is not there, and none back without a reason', async () => {
    const world = anAudit()
    const back: Said = [reportFields.move('m1'), { to: 'returned' }]
    expect(await world.say('vinh', 'report', report, back)).toEqual(['held: illegalMove'])
    await world.put('report', report, [part, head])
    expect(await world.say('vinh', 'report', report, back)).toEqual(['held: reasonMissing'])
  })
})
