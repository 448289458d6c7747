import { describe, expect, test } from 'vitest'
import { auditFields, auditTexts, planTexts } from '../../../../src/domain/audits/audit-fields.ts'
import { anAudit, audit, begun, plan, planned, type Said } from './an-audit.ts'

const row = (area: string, auditor: string, day = '2026-11-23') => ({
  area,
  auditor,
  clauses: ['4.2'],
  host: '',
  day,
  start: '13:00',
  end: '14:00',
  note: '',
})

describe('a plan names nobody for their own work, whoever plans', () => {
  test.each(['nam', 'vinh', 'hanh'] as const)('%s may not name another for it', async planner => {
    const { say } = anAudit()
    await say('nam', 'audit', audit, ...plan)
    const own: Said = [auditFields.team('own'), { isLead: false }]
    const said: readonly Said[] = [
      own,
      [auditFields.timetable('t3'), row('justice', 'own')],
      [auditFields.timetable('t3'), row('oneStop', 'own')],
      // An official without areas of their own, and the leader, may work anywhere in the commune.
      [auditFields.team('minh'), { isLead: false }],
      [auditFields.team('thao'), { isLead: false }],
      [auditFields.timetable('t4'), row('land', 'minh')],
      // Whoever was named may be taken out again.
      [auditFields.team('minh'), null],
    ]
    expect(await say(planner, 'audit', audit, ...said)).toEqual([
      'ok',
      'held: notIndependent',
      'ok',
      'held: notIndependent',
      'held: notIndependent',
      'held: notIndependent',
      'ok',
    ])
  })

  test('what somebody works in on another day does not count', async () => {
    const { say } = anAudit()
    await say('nam', 'audit', audit, ...plan, [auditFields.team('own'), { isLead: false }])
    expect(
      await say('nam', 'audit', audit, [auditFields.timetable('t3'), row('justice', 'own', '2019-12-31')]),
    ).toEqual(['ok'])
  })

  test('one that names somebody whose work has changed since is not settled', async () => {
    const { say, put } = anAudit()
    await say('nam', 'audit', audit, ...plan)
    await put('audit', audit, [
      [auditFields.team('own'), { isLead: false }],
      [auditFields.timetable('t3'), row('justice', 'own')],
    ])
    expect(await say('nam', 'audit', audit, planned)).toEqual(['held: notIndependent'])
    await put('audit', audit, [[auditFields.timetable('t3'), null]])
    expect(await say('nam', 'audit', audit, planned)).toEqual(['ok'])
  })
})

describe('a settled plan', () => {
  const changes: readonly Said[] = [
    ['standard', '2015'],
    ['checklist', null],
    ['from', '2026-11-22'],
    ['to', '2026-11-25'],
    ['opening', '2026-11-23T08:00'],
    ['closing', '2026-11-24T16:00'],
    ...planTexts.map((name): Said => [auditFields.text(name), 'Khác']),
    [auditFields.team('van'), null],
    [auditFields.timetable('t1'), null],
  ]

  test.each(['nam', 'van', 'vinh', 'hanh'] as const)('is not changed by %s', async person => {
    const { say } = anAudit()
    await say('nam', 'audit', audit, ...plan, planned)
    expect(await say(person, 'audit', audit, ...changes)).toEqual(changes.map(() => 'held: locked'))
  })

  test('is changed once it was taken back to draft, and the same changes are taken then', async () => {
    const { say } = anAudit()
    const back: Said = [auditFields.move('m9'), { to: 'draft' }]
    expect(new Set(await say('nam', 'audit', audit, ...plan, planned, back, ...changes))).toEqual(
      new Set(['ok', 'conflict']),
    )
  })

  test('leaves the minutes of the meetings open', async () => {
    const { say } = anAudit()
    await say('nam', 'audit', audit, ...plan, planned)
    const minutes = auditTexts.filter(name => !planTexts.includes(name))
    const said = minutes.map((name): Said => [auditFields.text(name), 'Có mặt đủ'])
    expect(new Set(await say('nam', 'audit', audit, ...said))).toEqual(new Set(['ok']))
    // What the meetings said is for the team to write, not for who only planned or reviews.
    expect(new Set(await say('hanh', 'audit', audit, ...said))).toEqual(new Set(['held: notYourRole']))
  })

  test('grows during the fieldwork: an area that was forgotten is added there and then', async () => {
    const { say } = anAudit()
    await say('nam', 'audit', audit, ...plan, planned, begun)
    expect(
      await say(
        'nam',
        'audit',
        audit,
        [auditFields.timetable('t3'), row('land', 'van')],
        ['to', '2026-11-25'],
      ),
    ).toEqual(['ok', 'held: locked'])
  })
})
