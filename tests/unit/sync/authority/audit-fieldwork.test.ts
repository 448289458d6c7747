import { describe, expect, test } from 'vitest'
import { auditFields } from '../../../../src/domain/audits/audit-fields.ts'
import { auditYearFields, auditYearThing, auditYearType } from '../../../../src/domain/audits/audit-year.ts'
import { findingFields } from '../../../../src/domain/audits/finding-fields.ts'
import { results } from './a-commune.ts'
import {
  anAudit,
  audit,
  begun,
  fieldwork,
  finding,
  photo,
  plan,
  planned,
  report,
  requestOf,
  sha,
  unit,
  type Said,
} from './an-audit.ts'

const rowOf = (area: string, auditor: string) => ({
  area,
  auditor,
  clauses: ['4.2'],
  host: '',
  day: '2026-11-23',
  start: '13:00',
  end: '14:00',
  note: '',
})

async function aBegunAudit() {
  const world = anAudit()
  await world.say('nam', 'audit', audit, ...plan, planned, begun)
  return world
}

describe('who audits what', () => {
  test('an auditor does not audit the area they work in, and may audit the others', async () => {
    const { say } = await aBegunAudit()
    await say('nam', 'audit', audit, [auditFields.team('own'), { isLead: false }])
    const ofOwn = (check: string): readonly Said[] => [
      [auditFields.verdict(check), 'conform'],
      [auditFields.note(check), 'x'],
      [auditFields.proof(check), 'x'],
      [auditFields.interviewed(check), 'x'],
      [auditFields.happened(check), '2026-11-23T09:00'],
      [auditFields.sample(check), { population: 10, size: 2, method: 'random' }],
      [auditFields.sampled(check, 's1'), { file: '01', verdict: 'conform', note: '' }],
      [auditFields.evidence(check, sha('d')), photo],
    ]
    expect(await say('own', 'audit', audit, ...ofOwn('i1@justice'))).toEqual(
      Array(8).fill('held: notIndependent'),
    )
    expect(await say('own', 'audit', audit, ...ofOwn('i1@oneStop'))).toEqual(Array(8).fill('ok'))
    expect(await say('own', 'audit', audit, [auditFields.finding('6-1', 'area'), 'justice'])).toEqual([
      'held: notIndependent',
    ])
    expect(await say('own', 'audit', audit, [auditFields.finding('6-1', 'area'), 'oneStop'])).toEqual(['ok'])
  })

  test('nor do they plan themselves there; others may be planned there by them', async () => {
    const { say } = anAudit()
    expect(
      await say(
        'own',
        'audit',
        audit,
        [auditFields.timetable('t1'), rowOf('justice', 'own')],
        [auditFields.timetable('t2'), rowOf('justice', 'van')],
        [auditFields.timetable('t3'), rowOf('oneStop', 'own')],
      ),
    ).toEqual(['held: notIndependent', 'ok', 'ok'])
  })

  test('only the team does the fieldwork, and only once it has begun', async () => {
    const { say } = anAudit()
    const verdict: Said = [auditFields.verdict('i1@oneStop'), 'conform']
    await say('nam', 'audit', audit, ...plan)
    expect(await say('nam', 'audit', audit, verdict)).toEqual(['held: locked'])
    expect(await say('own', 'audit', audit, planned, begun)).toEqual(['ok', 'held: notYourRole'])
    await say('van', 'audit', audit, begun)
    expect(await say('own', 'audit', audit, verdict)).toEqual(['held: notYourRole'])
    expect(await say('vinh', 'audit', audit, verdict)).toEqual(['held: notYourRole'])
    expect(await say('van', 'audit', audit, verdict)).toEqual(['ok'])
    expect(await say('van', 'audit', audit, [auditFields.finished('nam'), true])).toEqual([
      'held: notYourRole',
    ])
    expect(await say('van', 'audit', audit, [auditFields.finished('van'), true])).toEqual(['ok'])
  })

  test('the commune neither reads nor writes what the auditors work on', async () => {
    const { say, op, push } = await aBegunAudit()
    for (const person of ['lan', 'thao', 'other', 'duc'] as const)
      expect(await say(person, 'audit', audit, ...fieldwork.slice(0, 2))).toEqual(
        Array(2).fill('held: outOfScope'),
      )
    // Nor by saying that it lies in their own feed.
    const moved = op('audit', audit, [auditFields.verdict('i1@oneStop'), 'conform'], { feed: `${unit}/unit` })
    expect(results(await push('thao', moved))).toEqual(['held: otherFeed'])
    expect(results(await push('nam', moved))).toEqual(['held: otherFeed'])
  })

  test('a programme of the year is for those who plan', async () => {
    const { op, push } = anAudit()
    const row = { area: 'oneStop', clauses: ['4.2'], month: 3, auditors: ['nam'] }
    const year = (value = row as never) =>
      op('audit', auditYearThing(2026, unit), [auditYearFields.row('r1'), value], { type: auditYearType })
    expect(results(await push('van', year()))).toEqual(['ok'])
    expect(results(await push('thao', year()))).toEqual(['held: outOfScope'])
    expect(results(await push('vinh', year({ ...row, month: 13 } as never)))).toEqual(['held: badValue'])
    const elsewhere = op('audit', auditYearThing(2026, 'c2@a'), [auditYearFields.row('r1'), row], {
      type: auditYearType,
    })
    expect(results(await push('vinh', elsewhere))).toEqual(['held: otherFeed'])
  })
})

test('SY4 a field named like a property of every object is held, whatever thing it is of', async () => {
  const { say, put, tablet } = await aBegunAudit()
  await put('finding', finding('4-1'), [requestOf('4-1')])
  const fields = ['constructor/x', 'toString/x', '__proto__/x', 'hasOwnProperty/x', 'constructor/x/y'].map(
    (field): Said => [field, 1],
  )
  const unknown = fields.map(() => 'held: unknownField')
  expect(await say('nam', 'audit', audit, ...fields)).toEqual(unknown)
  expect(await say('nam', 'report', report, ...fields)).toEqual(unknown)
  expect(await say('nam', 'finding', finding('4-1'), ...fields)).toEqual(unknown)
  const lan = tablet('lan')
  await lan.start()
  expect(results(await lan.push(...fields.map(([field]) => lan.op(field, 1))))).toEqual(unknown)
})

describe('two auditors on two tablets', () => {
  test('SY5 merge by field: what each wrote is there, of one check as well', async () => {
    const { op, push, readAudit } = await aBegunAudit()
    const check = 'i1@oneStop'
    const one = [
      op('audit', audit, [auditFields.verdict(check), 'minor']),
      op('audit', audit, [auditFields.finding('4-1', 'grade'), 'minor']),
      op('audit', audit, [auditFields.evidence(check, sha('1')), photo]),
    ]
    const two = [
      op('audit', audit, [auditFields.note(check), 'Bản cũ']),
      op('audit', audit, [auditFields.finding('5-1', 'grade'), 'ofi']),
      op('audit', audit, [auditFields.evidence(check, sha('2')), photo]),
    ]
    expect(results(await push('van', ...two))).toEqual(Array(3).fill('ok'))
    expect(results(await push('nam', ...one))).toEqual(Array(3).fill('ok'))
    const { checks, findings } = await readAudit()
    expect(checks.get(check)).toMatchObject({
      verdict: { value: 'minor', author: 'nam' },
      note: 'Bản cũ',
      photos: { [sha('1')]: photo, [sha('2')]: photo },
    })
    expect([...findings.values()].map(({ number, raisedBy }) => [number, raisedBy])).toEqual([
      ['4-1', 'nam'],
      ['5-1', 'van'],
    ])
  })

  test('SY6 two verdicts on one check are a conflict in which neither is lost', async () => {
    const { op, push, fieldsOf, readAudit } = await aBegunAudit()
    const field = auditFields.verdict('i1@oneStop')
    const first = op('audit', audit, [field, 'conform'])
    const second = op('audit', audit, [field, 'minor'])
    await push('nam', first)
    expect(results(await push('van', second))).toEqual(['conflict'])
    expect((await readAudit()).checks.get('i1@oneStop')?.verdict?.value).toBe('minor')
    const conflict = (await fieldsOf('audit', audit)).find(one => one.field === `conflicts/${first.id}`)
    expect(conflict?.value).toMatchObject({ field, value: 'conform', author: 'nam' })
    const settle = (person: 'nam' | 'vinh' | 'thao') =>
      push(person, op('audit', audit, [`settled/${first.id}`, true]))
    expect(results(await settle('thao'))).toEqual(['held: outOfScope'])
    expect(results(await settle('nam'))).toEqual(['ok'])
  })
})

describe('the corrective action', () => {
  const thing = finding('4-1')
  const of = (part: Parameters<typeof findingFields.part>[0], value = 'x'): Said => [
    findingFields.part(part),
    value,
  ]

  async function anAccepted() {
    const world = anAudit()
    await world.put('finding', thing, [requestOf('4-1'), [findingFields.move('m0'), { to: 'accepted' }]])
    return world
  }

  test('is written by its owner and the commune’s head, in the states that it is written in', async () => {
    const { say, put } = await anAccepted()
    expect(await say('minh', 'finding', thing, of('correction'), of('owner', 'lan'))).toEqual(['ok', 'ok'])
    expect(await say('minh', 'finding', thing, of('cause'))).toEqual(['held: notYourRole'])
    expect(await say('lan', 'finding', thing, of('cause'), of('dueOn', '2026-12-01'))).toEqual(['ok', 'ok'])
    expect(await say('thao', 'finding', thing, of('why1'))).toEqual(['ok'])
    for (const person of ['nam', 'vinh', 'hanh'] as const)
      expect([person, await say(person, 'finding', thing, of('action'))]).toEqual([
        person,
        ['held: notYourRole'],
      ])
    expect(await say('lan', 'finding', thing, of('doneOn', '2026-12-01'))).toEqual(['held: locked'])
    await put('finding', thing, [[findingFields.move('m1'), { to: 'planApproved' }]])
    expect(
      await say(
        'lan',
        'finding',
        thing,
        of('cause', 'y'),
        of('doneOn', 'hôm qua'),
        of('doneOn', '2026-12-01'),
      ),
    ).toEqual(['held: locked', 'held: badValue', 'ok'])
    expect(await say('lan', 'finding', thing, of('verifyNote'))).toEqual(['held: notYourRole'])
    await put('finding', thing, [[findingFields.move('m2'), { to: 'done' }]])
    expect(await say('van', 'finding', thing, of('verifyNote'), of('verifyMethod', 'onSite'))).toEqual([
      'ok',
      'ok',
    ])
    expect(await say('van', 'finding', thing, of('effectiveness', 'effective'))).toEqual(['held: locked'])
  })

  test('photos are the commune’s when it is done, the auditors’ when it is verified', async () => {
    const { say, put } = await anAccepted()
    const photoIn = (slot: 'request' | 'done' | 'verify', digit: string): Said => [
      findingFields.evidence(slot, sha(digit)),
      photo,
    ]
    expect(await say('lan', 'finding', thing, photoIn('done', '1'))).toEqual(['held: locked'])
    await put('finding', thing, [[findingFields.move('m1'), { to: 'planApproved' }]])
    expect(await say('lan', 'finding', thing, photoIn('done', '1'), photoIn('verify', '2'))).toEqual([
      'ok',
      'held: notYourRole',
    ])
    await put('finding', thing, [[findingFields.move('m2'), { to: 'done' }]])
    expect(await say('nam', 'finding', thing, photoIn('verify', '2'), photoIn('done', '3'))).toEqual([
      'ok',
      'held: notYourRole',
    ])
    expect(await say('nam', 'finding', thing, photoIn('request', '4'))).toEqual(['held: locked'])
  })
})
