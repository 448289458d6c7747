import { describe, expect, test } from 'vitest'
import { auditFields } from '../../../../src/domain/audits/audit-fields.ts'
import { findingFields } from '../../../../src/domain/audits/finding-fields.ts'
import { reportFields } from '../../../../src/domain/audits/report-fields.ts'
import { results } from './a-commune.ts'
import {
  anAudit,
  audit,
  begun,
  drafts,
  fieldwork,
  drawn,
  finding,
  hash,
  head,
  part,
  photo,
  plan,
  planned,
  report,
  requestOf,
  sha,
  shown,
  signature,
  signed,
  type Said,
} from './an-audit.ts'

/** An audit whose fieldwork is done, by its own people, short of the signature. */
async function aWholeAudit() {
  const world = anAudit()
  const said = [
    ...(await world.say('nam', 'audit', audit, ...plan, planned, begun)),
    ...(await world.say('van', 'audit', audit, ...fieldwork)),
    ...(await world.say('nam', 'audit', audit, ...drafts, drawn)),
  ]
  expect(new Set(said)).toEqual(new Set(['ok']))
  return world
}

const issue = [part, head] as const
const lead = [reportFields.signature('lead'), signature()] as const

describe('what an audit issues', () => {
  test('is taken with the signature in one request, whatever order its ops are in', async () => {
    const { op, push, readReport, readFinding } = await aWholeAudit()
    const answers = await push(
      'nam',
      op('report', report, part),
      op('report', report, head),
      op('finding', finding('4-1'), requestOf('4-1')),
      op('report', report, shown('lead')),
      op('report', report, lead),
      op('audit', audit, signed),
      op('finding', finding('4-1'), [findingFields.evidence('request', sha('d')), photo]),
    )
    expect(results(answers)).toEqual(Array(7).fill('ok'))
    expect((await readReport()).signatures.lead?.author).toBe('nam')
    expect((await readFinding(finding('4-1'))).state).toBe('raised')
  })

  test('is held before the audit is signed, and taken when it comes again after that', async () => {
    const { op, push } = await aWholeAudit()
    const ops = [
      op('report', report, part),
      op('report', report, head),
      op('finding', finding('4-1'), requestOf('4-1')),
    ]
    expect(results(await push('nam', ...ops))).toEqual(Array(3).fill('held: illegalMove'))
    expect(results(await push('nam', op('audit', audit, signed)))).toEqual(['ok'])
    expect(results(await push('nam', ...ops))).toEqual(['ok', 'ok', 'ok'])
  })

  test('is held when the signature itself is', async () => {
    const { say } = await aWholeAudit()
    await say('nam', 'audit', audit, [auditFields.verdict('i4@oneStop'), null])
    expect(await say('nam', 'audit', audit, signed)).toEqual(['held: incomplete'])
    expect(await say('nam', 'report', report, ...issue)).toEqual(Array(2).fill('held: illegalMove'))
  })

  test('a report whose hash is not the one that was signed is held', async () => {
    const { say } = await aWholeAudit()
    await say('nam', 'audit', audit, signed)
    const other = [reportFields.head, { audit, hash: sha('e'), parts: 1, lead: 'nam' }] as const
    expect(await say('nam', 'report', report, part, other)).toEqual(['ok', 'held: illegalMove'])
    const words: Said = [reportFields.part(0), JSON.stringify({ schema: 'auditReport/1', audit, lead: 'x' })]
    expect(await say('nam', 'report', report, words, head, part)).toEqual([
      'conflict',
      'held: badValue',
      'conflict',
    ])
    const wrongAudit = [
      reportFields.head,
      { audit: audit.replace('4-1', '4-2'), hash, parts: 1, lead: 'nam' },
    ] as const
    expect(await say('nam', 'report', report, wrongAudit)).toEqual(['held: badValue'])
    const longer = [reportFields.head, { audit, hash, parts: 2, lead: 'nam' }] as const
    expect(await say('nam', 'report', report, longer)).toEqual(['held: incomplete'])
    expect(await say('nam', 'report', report, head)).toEqual(['ok'])
  })

  test('a finding that the audit does not have, or has withdrawn or said otherwise, is held', async () => {
    const { say } = await aWholeAudit()
    await say('nam', 'audit', audit, [
      auditFields.finding('5-1', 'withdrawn'),
      { reason: 'Không đủ bằng chứng', into: [] },
    ])
    await say('nam', 'audit', audit, signed)
    const issued = (number: string, given = {}) =>
      say('nam', 'finding', finding(number), requestOf('4-1', given))
    expect(await issued('9-9')).toEqual(['held: badValue'])
    expect(await say('nam', 'finding', finding('5-1'), requestOf('5-1'))).toEqual(['held: badValue'])
    expect(await issued('4-1', { grade: 'major' })).toEqual(['held: badValue'])
    expect(await issued('4-1', { proof: 'Điều khác' })).toEqual(['held: badValue'])
    expect(await issued('4-1', { audit: audit.replace('4-1', '4-2') })).toEqual(['held: badValue'])
    expect(await issued('4-1')).toEqual(['ok'])
  })
})

describe('forged signatures are held', () => {
  test('the signing of an audit by anybody but its lead', async () => {
    const { say, readAudit } = await aWholeAudit()
    for (const person of ['van', 'own', 'vinh', 'hanh'] as const)
      expect([person, await say(person, 'audit', audit, signed)]).toEqual([person, ['held: notYourRole']])
    for (const person of ['lan', 'thao', 'duc', 'other'] as const)
      expect([person, await say(person, 'audit', audit, signed)]).toEqual([person, ['held: outOfScope']])
    expect((await readAudit()).state).toBe('underway')
  })

  test('once the fieldwork has begun nobody makes themselves the lead; a reviewer may name another one', async () => {
    const { say, readAudit } = await aWholeAudit()
    const [me, him] = [auditFields.team('van'), auditFields.team('nam')]
    expect(
      await say('van', 'audit', audit, [me, { isLead: true }], [him, { isLead: false }], [him, null]),
    ).toEqual(Array(3).fill('held: notYourRole'))
    expect(await say('van', 'audit', audit, [auditFields.team('own'), { isLead: false }])).toEqual(['ok'])
    await say('vinh', 'audit', audit, [me, { isLead: true }])
    // With two leads nobody signs.
    for (const person of ['nam', 'van'] as const)
      expect(await say(person, 'audit', audit, signed)).toEqual(['held: notYourRole'])
    await say('vinh', 'audit', audit, [him, { isLead: false }])
    expect(await say('nam', 'audit', audit, signed)).toEqual(['held: notYourRole'])
    // The picture is the other one's.
    expect(await say('van', 'audit', audit, signed)).toEqual(['held: incomplete'])
    await say('van', 'audit', audit, drawn)
    expect(await say('van', 'audit', audit, signed)).toEqual(['ok'])
    expect((await readAudit()).moves.at(-1)?.author).toBe('van')
  })

  test('another auditor as the lead of the report, before and after the right one', async () => {
    const { say, readReport } = await aWholeAudit()
    const mine = [reportFields.head, { audit, hash, parts: 1, lead: 'van' }] as const
    expect(await say('van', 'report', report, part, mine, head, lead)).toEqual([
      'held: illegalMove',
      'held: illegalMove',
      'held: notYourRole',
      'held: notYourRole',
    ])
    await say('nam', 'audit', audit, signed)
    expect(await say('van', 'report', report, part, mine, head, lead)).toEqual([
      'held: illegalMove',
      'held: illegalMove',
      'held: notYourRole',
      'held: notYourRole',
    ])
    expect(await say('nam', 'report', report, part, head)).toEqual(['ok', 'ok'])
    expect(await say('van', 'report', report, lead)).toEqual(['held: notYourRole'])
    expect(await say('nam', 'report', report, [reportFields.signature('lead'), signature(sha('e'))])).toEqual(
      ['held: badValue'],
    )
    expect(await say('nam', 'report', report, lead)).toEqual(['held: incomplete'])
    expect(await say('nam', 'report', report, shown('lead'), lead)).toEqual(['ok', 'ok'])
    expect((await readReport()).signatures.lead?.author).toBe('nam')
    expect(await say('nam', 'report', report, lead, part, head)).toEqual(Array(3).fill('held: locked'))
  })

  test('anybody but the commune’s head as auditee, before the report has come and after', async () => {
    const { say, readReport } = await aWholeAudit()
    const auditee = [reportFields.signature('auditee'), signature(hash, 'Nhất trí')] as const
    const forge = async () => {
      for (const person of ['lan', 'minh', 'nam', 'van', 'own', 'vinh', 'hanh'] as const)
        expect([person, await say(person, 'report', report, auditee)]).toEqual([
          person,
          ['held: notYourRole'],
        ])
      expect(await say('other', 'report', report, auditee)).toEqual(['held: outOfScope'])
    }
    await forge()
    await say('nam', 'audit', audit, signed)
    await say('nam', 'report', report, part, head, shown('lead'), lead)
    await forge()
    expect((await readReport()).signatures.auditee).toBeUndefined()
    const wrong = [reportFields.signature('auditee'), signature(sha('e'))] as const
    expect(await say('thao', 'report', report, wrong, auditee)).toEqual([
      'held: badValue',
      'held: incomplete',
    ])
    expect(await say('thao', 'report', report, shown('auditee'), auditee)).toEqual(['ok', 'ok'])
    expect((await readReport()).signatures.auditee).toMatchObject({ author: 'thao', opinion: 'Nhất trí' })
    expect(await say('thao', 'report', report, auditee)).toEqual(['held: locked'])
  })

  test('the head of the commune’s signature waits for the report that it is under, whatever it says', async () => {
    const { say, readReport } = await aWholeAudit()
    const auditee = [reportFields.signature('auditee'), signature(hash, 'Nhất trí')] as const
    expect(await say('thao', 'report', report, shown('auditee'), auditee)).toEqual([
      'ok',
      'held: illegalMove',
    ])
    await say('nam', 'audit', audit, signed)
    expect(await say('nam', 'report', report, part, head)).toEqual(['ok', 'ok'])
    expect(await say('thao', 'report', report, auditee)).toEqual(['ok'])
    expect((await readReport()).signatures.auditee?.author).toBe('thao')
  })

  test('a finding issued by another auditor, in the lead’s name or their own', async () => {
    const { say } = await aWholeAudit()
    await say('nam', 'audit', audit, signed)
    const forged = [requestOf('4-1'), requestOf('4-1', { lead: 'van' })]
    expect(await say('van', 'finding', finding('4-1'), ...forged)).toEqual([
      'held: notYourRole',
      'held: illegalMove',
    ])
    expect(await say('thao', 'finding', finding('4-1'), ...forged)).toEqual(
      Array(2).fill('held: notYourRole'),
    )
  })
})

describe('after the report is signed', () => {
  async function aSignedAudit() {
    const world = await aWholeAudit()
    await world.say('nam', 'audit', audit, signed)
    await world.say('nam', 'report', report, part, head, shown('lead'), lead)
    await world.say('nam', 'finding', finding('4-1'), requestOf('4-1'))
    return world
  }

  test('the audit is frozen', async () => {
    const { say } = await aSignedAudit()
    const changes = [
      [auditFields.verdict('i1@oneStop'), 'conform'],
      [auditFields.finding('4-1', 'grade'), 'major'],
      [auditFields.timetable('t1'), null],
      [auditFields.team('van'), null],
      [auditFields.text('summary'), 'khác'],
      ['to', '2026-11-30'],
    ] as const
    expect(await say('nam', 'audit', audit, ...changes)).toEqual(Array(6).fill('held: locked'))
    expect(
      await say('nam', 'audit', audit, [auditFields.move('m9'), { to: 'cancelled', reason: 'x' }]),
    ).toEqual(['held: illegalMove'])
  })

  test('a finding is changed by an amendment that a second person agrees to, and in no other way', async () => {
    const { say, readFinding } = await aSignedAudit()
    const thing = finding('4-1')
    const changed = requestOf('4-1', { grade: 'major' })
    for (const person of ['nam', 'van', 'thao'] as const) {
      const [answer] = await say(person, 'finding', thing, changed)
      expect([person, answer?.startsWith('held')]).toEqual([person, true])
    }
    expect((await readFinding(thing)).request?.grade).toBe('minor')

    const amendment = [
      findingFields.amendment('a1'),
      { part: 'grade', value: 'major', reason: 'Tái diễn' },
    ] as const
    expect(await say('lan', 'finding', thing, amendment)).toEqual(['held: notYourRole'])
    expect(await say('nam', 'finding', thing, amendment)).toEqual(['ok'])
    expect((await readFinding(thing)).request?.grade).toBe('minor')
    expect(await say('nam', 'finding', thing, [findingFields.agreement('a1'), true])).toEqual([
      'held: notYourRole',
    ])
    expect(await say('lan', 'finding', thing, [findingFields.agreement('a1'), true])).toEqual([
      'held: notYourRole',
    ])
    expect(await say('van', 'finding', thing, [findingFields.agreement('nosuch'), true])).toEqual([
      'held: unknownField',
    ])
    expect(await say('van', 'finding', thing, [findingFields.agreement('a1'), true])).toEqual(['ok'])
    const { signed: before, request: now, amendments } = await readFinding(thing)
    expect([before?.grade, now?.grade, amendments[0]?.agreedBy]).toEqual(['minor', 'major', 'van'])
    expect(await say('nam', 'finding', thing, amendment)).toEqual(['held: locked'])
    expect(
      await say('nam', 'finding', thing, [
        findingFields.amendment('a2'),
        { part: 'grade', value: 'ofi', reason: ' ' },
      ]),
    ).toEqual(['held: badValue'])
  })

  test('a disputed finding keeps the words of both sides', async () => {
    const { say, readFinding } = await aSignedAudit()
    const thing = finding('4-1')
    await say('thao', 'finding', thing, [
      findingFields.move('m1'),
      { to: 'disputed', reason: 'Bảng mới đã có' },
    ])
    await say('nam', 'finding', thing, [
      findingFields.move('m2'),
      { to: 'raised', reason: 'Ngày hôm đó chưa treo' },
    ])
    // Neither can take the words back.
    expect(
      await say('thao', 'finding', thing, [findingFields.move('m1'), { to: 'disputed', reason: 'khác' }]),
    ).toEqual(['held: locked'])
    expect(await say('nam', 'finding', thing, [findingFields.move('m2'), null])).toEqual(['held: locked'])
    const { moves, state } = await readFinding(thing)
    expect([state, moves.map(({ author, reason }) => [author, reason])]).toEqual([
      'raised',
      [
        ['thao', 'Bảng mới đã có'],
        ['nam', 'Ngày hôm đó chưa treo'],
      ],
    ])
  })

  test('words that are once there cannot be taken back: comments, moves, amendments', async () => {
    const { say } = await aSignedAudit()
    const comment = [findingFields.comment('request', 'c1'), { text: 'Xem lại' }] as const
    expect(await say('vinh', 'finding', finding('4-1'), comment, comment)).toEqual(['ok', 'held: locked'])
    const inReport = [reportFields.comment('report', 'c1'), { text: 'Xem lại' }] as const
    expect(await say('vinh', 'report', report, inReport, inReport)).toEqual(['ok', 'held: locked'])
  })
})
