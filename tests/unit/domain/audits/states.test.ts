import { describe, expect, test } from 'vitest'
import { auditMoves } from '../../../../src/domain/audits/audit-state.ts'
import {
  findingMoves,
  findingStates,
  isSettled,
  waitsFor,
} from '../../../../src/domain/audits/finding-state.ts'
import { reportMoves } from '../../../../src/domain/audits/report-state.ts'
import { may, type Action } from '../../../../src/domain/people/role.ts'

const who = (action: Action): string => (may[action] as readonly string[]).join(' or ')

/** The tables once more, in the words of TCVN ISO 9001, 8.2.2 and 8.5.2: a change of a table is a change here. */
test('who moves a finding, and what it needs', () => {
  const told = Object.entries(findingMoves).flatMap(([from, targets]) =>
    Object.entries(targets).flatMap(([to, rules]) =>
      rules.map(
        ({ action, only, needs }) =>
          `${from} → ${to}: ${who(action)}${only ? ` (${only})` : ''}${needs.length > 0 ? `, with ${needs.join(', ')}` : ''}`,
      ),
    ),
  )
  const commune = 'communeOfficial or communeLeader (owner)'
  const plan = 'with correction, cause, action, owner, dueOn'
  expect(told).toEqual([
    'raised → accepted: communeLeader, with signature',
    'raised → disputed: communeLeader, with reason',
    'disputed → raised: internalAuditor (lead), with reason',
    'disputed → cancelled: internalAuditor (lead), with reason',
    'disputed → accepted: communeLeader, with signature',
    `accepted → planned: ${commune}, ${plan}`,
    'planned → planApproved: communeLeader',
    'planned → accepted: communeLeader, with reason',
    `planApproved → done: ${commune}, with doneOn, doneEvidence`,
    'done → verified: internalAuditor, with verifyNote',
    'done → planApproved: internalAuditor, with reason',
    'verified → closed: communeLeader, with effectiveness, signature',
    'verified → closed: internalAuditor (lead), with effectiveness, signature',
    'verified → planned: communeOfficial or communeLeader (owner), with noEffect, correction, cause, action, owner, dueOn',
    'closed → reopened: communeLeader or districtOfficer or provinceCoordinator, with reason',
    `reopened → planned: ${commune}, ${plan}`,
  ])
})

test('who moves an audit and a report', () => {
  const planner = 'internalAuditor or districtOfficer or provinceCoordinator'
  const ofAudits = Object.entries(auditMoves).flatMap(([from, targets]) =>
    Object.entries(targets).map(([to, { action, team, needs }]) =>
      [
        `${from} → ${to}: ${who(action)}`,
        team === 'anybody' ? '' : `, ${team}`,
        needs.length > 0 ? `, with ${needs.join(', ')}` : '',
      ].join(''),
    ),
  )
  expect(ofAudits).toEqual([
    `draft → planned: ${planner}, with plan`,
    `draft → cancelled: ${planner}, with reason`,
    `planned → draft: ${planner}`,
    'planned → underway: internalAuditor, member',
    `planned → cancelled: ${planner}, with reason`,
    'underway → underway: internalAuditor, member',
    'underway → signed: internalAuditor, lead, with allChecked, findingsWhole, signature, hash',
    `underway → cancelled: ${planner}, with reason`,
  ])
  const reviewer = 'districtOfficer or provinceCoordinator'
  const ofReports = Object.entries(reportMoves).flatMap(([from, targets]) =>
    Object.entries(targets).map(
      ([to, { action, onlyLead, needsReason }]) =>
        `${from} → ${to}: ${who(action)}${onlyLead ? ' (lead)' : ''}${needsReason ? ', with reason' : ''}`,
    ),
  )
  expect(ofReports).toEqual([
    `issued → returned: ${reviewer}, with reason`,
    `issued → approved: ${reviewer}`,
    'returned → issued: internalAuditor (lead), with reason',
    `approved → returned: ${reviewer}, with reason`,
  ])
})

describe('each state of a finding', () => {
  test('waits for those who have a move out of it, and for nobody when it is settled', () => {
    const auditors: readonly Action[] = ['finding.verify']
    expect(waitsFor('verified', true)).toBe('commune')
    for (const state of findingStates) {
      const rules = Object.values(findingMoves[state]).flat()
      const forAuditor = rules.some(({ action }) => auditors.includes(action))
      const forCommune = rules.some(({ action }) => !auditors.includes(action) && action !== 'finding.reopen')
      expect([state, isSettled(state)]).toEqual([state, !forAuditor && !forCommune])
      const mayWaitFor = [
        ...(isSettled(state) ? ['nobody'] : []),
        ...(forAuditor ? ['auditor'] : []),
        ...(forCommune && !isSettled(state) ? ['commune'] : []),
      ]
      expect([state, mayWaitFor.includes(waitsFor(state))]).toEqual([state, true])
    }
  })

  test('can be reached from the first one, but for the one where nothing is to be done', () => {
    const reached = new Set(['raised'])
    for (const state of reached)
      for (const to of Object.keys(findingMoves[state as keyof typeof findingMoves])) reached.add(to)
    expect(findingStates.filter(state => !reached.has(state))).toEqual(['noted'])
  })
})
