import { describe, expect, test } from 'vitest'
import { auditFields } from '../../../../src/domain/audits/audit-fields.ts'
import { auditMoves, auditStates } from '../../../../src/domain/audits/audit-state.ts'
import { reportFields } from '../../../../src/domain/audits/report-fields.ts'
import { reportMoves, reportStates } from '../../../../src/domain/audits/report-state.ts'
import { may, type Action } from '../../../../src/domain/people/role.ts'
import {
  anAudit,
  audit,
  drafts,
  drawn,
  everybody,
  fieldwork,
  hash,
  head,
  part,
  plan,
  report,
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

describe('every move of an audit, from each state, by each person', () => {
  const inState = (state: string): readonly Said[] => [
    ...plan,
    ...fieldwork,
    ...drafts,
    drawn,
    ...(state === 'draft' ? [] : [[auditFields.move('m0'), { to: state }] as const]),
  ]
  const value = (to: string) => ({ to, reason: 'Vì vậy', hash, signature: sha('b') })
  const isIn = (person: Name, team: 'anybody' | 'member' | 'lead'): boolean =>
    team === 'anybody' || person === 'nam' || (team === 'member' && person === 'van')

  test.each(auditStates)('from %s', async state => {
    const heard: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const to of auditStates)
      for (const person of everybody) {
        const world = anAudit()
        await world.put('audit', audit, inState(state))
        await world.put('audit', audit, [drawn], person)
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
