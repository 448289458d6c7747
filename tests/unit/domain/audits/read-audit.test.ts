import { describe, expect, test } from 'vitest'
import {
  auditFields,
  auditTexts,
  checkKey,
  findingParts,
  parseAuditField,
} from '../../../../src/domain/audits/audit-fields.ts'
import { leadOf, readAudit } from '../../../../src/domain/audits/audit.ts'
import { missingOf } from '../../../../src/domain/audits/draft-finding.ts'
import {
  canonicalText,
  joinContent,
  reportContent,
  splitContent,
} from '../../../../src/domain/audits/report-content.ts'
import { readAuditYear, refuseAuditYearChange } from '../../../../src/domain/audits/audit-year.ts'
import { findRepeats } from '../../../../src/domain/audits/find-repeats.ts'
import { stored } from './stored.ts'

const sha = 'a'.repeat(64)
const photo = { type: 'image/png', size: 1, width: 1, height: 1, thumb: null }
const row = {
  area: 'oneStop',
  clauses: ['4.2'],
  auditor: 'nam',
  host: '',
  day: '2026-11-23',
  start: '08:00',
  end: '09:00',
  note: '',
}

describe('the fields of an audit', () => {
  test('are read as what they were written as', () => {
    const check = checkKey('i1', 'oneStop')
    const written = [
      ...(['standard', 'checklist', 'from', 'to', 'opening', 'closing'] as const).map(
        kind => [kind, { kind }] as const,
      ),
      ...auditTexts.map(name => [auditFields.text(name), { kind: 'text', name }] as const),
      ...findingParts.map(
        part => [auditFields.finding('4-1', part), { kind: 'finding', finding: '4-1', part }] as const,
      ),
      [auditFields.team('p'), { kind: 'team', person: 'p' }],
      [auditFields.finished('p'), { kind: 'finished', person: 'p' }],
      [auditFields.timetable('t'), { kind: 'timetable', id: 't' }],
      [auditFields.move('m'), { kind: 'move', id: 'm' }],
      [auditFields.verdict(check), { kind: 'verdict', check }],
      [auditFields.note(check), { kind: 'note', check }],
      [auditFields.proof(check), { kind: 'proof', check }],
      [auditFields.interviewed(check), { kind: 'interviewed', check }],
      [auditFields.happened(check), { kind: 'happened', check }],
      [auditFields.sample(check), { kind: 'sample', check }],
      [auditFields.sampled(check, 's'), { kind: 'sampled', check, id: 's' }],
      [auditFields.evidence(check, sha), { kind: 'evidence', slot: check, sha256: sha }],
      [auditFields.comment('plan', 'c'), { kind: 'comment', target: 'plan', id: 'c' }],
    ] as const
    for (const [field, parsed] of written) expect([field, parseAuditField(field)]).toEqual([field, parsed])
  })

  test.each([
    '',
    'x',
    'text/nosuch',
    'verdicts/i1',
    'verdicts/@oneStop',
    'verdicts/i1@',
    'findings/1/grade',
    'findings/4-1/nosuch',
    'moves/a/b',
    'team/',
    'toString',
    'constructor/x',
    'evidence/a',
    'sampled/i1/s',
  ])('%s is none', field => expect(parseAuditField(field)).toBeUndefined())
})

describe('an audit', () => {
  test('is folded from its fields, whoever wrote them and whatever is unknown', () => {
    const audit = readAudit(
      stored([
        ['standard', '2015'],
        ['checklist', { id: 'f', version: '1' }],
        ['from', '2026-11-23'],
        [auditFields.text('purpose'), 'Xem xét'],
        [auditFields.team('nam'), { isLead: true }],
        [auditFields.team('van'), { isLead: false }],
        [auditFields.timetable('t2'), { ...row, start: '10:00', end: '11:00' }],
        [auditFields.timetable('t1'), row],
        [auditFields.timetable('t0'), { ...row, area: 'nosuch' }],
        [auditFields.verdict('i1@oneStop'), 'minor', 'van'],
        [auditFields.note('i1@oneStop'), 'Bản cũ'],
        [auditFields.sampled('i1@oneStop', 's1'), { file: '01', verdict: 'minor', note: '' }],
        [auditFields.evidence('i1@oneStop', sha), photo],
        [auditFields.evidence('finding:4-1', sha), photo],
        [auditFields.finding('10-1', 'grade'), 'ofi', 'van'],
        [auditFields.finding('4-1', 'grade'), 'minor'],
        [auditFields.finding('4-1', 'clauses'), ['4.2.3']],
        [auditFields.finished('van'), true],
        [auditFields.comment('plan', 'c1'), { text: 'Được' }],
        ['nosuch/field', 1],
        [auditFields.move('m1'), { to: 'planned' }],
        [auditFields.move('m2'), { to: 'underway' }],
        [auditFields.move('m3'), { to: 'nowhere' }],
      ]),
    )
    expect(audit).toMatchObject({
      standard: '2015',
      checklist: { id: 'f', version: '1' },
      from: '2026-11-23',
      to: undefined,
      texts: { purpose: 'Xem xét' },
      state: 'underway',
      finished: new Set(['van']),
    })
    expect(audit.timetable.map(({ id }) => id)).toEqual(['t1', 't2'])
    expect(audit.checks.get('i1@oneStop')).toMatchObject({
      verdict: { value: 'minor', author: 'van', at: 1009 },
      note: 'Bản cũ',
      sampled: [{ id: 's1', file: '01' }],
      photos: { [sha]: photo },
      recordedAt: 1012,
    })
    expect([...audit.findings.keys()]).toEqual(['4-1', '10-1'])
    expect(audit.findings.get('4-1')).toMatchObject({
      grade: 'minor',
      raisedBy: 'nam',
      photos: { [sha]: photo },
    })
    expect([leadOf(audit), audit.moves.map(({ to }) => to), audit.comments.length]).toEqual([
      'nam',
      ['planned', 'underway'],
      1,
    ])
  })

  test('a value that was taken away is not there', () => {
    const audit = readAudit(
      stored([
        [auditFields.verdict('i1@oneStop'), null],
        [auditFields.timetable('t1'), null],
        [auditFields.team('nam'), null],
      ]),
    )
    expect([audit.checks.size, audit.timetable.length, audit.team.size, audit.state]).toEqual([
      0,
      0,
      0,
      'draft',
    ])
  })

  test('has no lead while two are named', () => {
    const two = stored([
      [auditFields.team('nam'), { isLead: true }],
      [auditFields.team('van'), { isLead: true }],
    ])
    expect([leadOf(readAudit(two)), leadOf(readAudit(two.slice(1))), leadOf(readAudit([]))]).toEqual([
      undefined,
      'van',
      undefined,
    ])
  })
})

test('a draft finding lacks requirement, nature and area only when something has to be done about it', () => {
  const draftOf = (grade: string | undefined) => {
    const fields = stored([
      [auditFields.finding('4-1', 'proof'), 'x'],
      [auditFields.finding('4-1', 'clauses'), ['4.2']],
      ...(grade === undefined ? [] : [[auditFields.finding('4-1', 'grade'), grade] as const]),
    ])
    return missingOf(readAudit(fields).findings.get('4-1')!)
  }
  expect(['major', 'minor', 'ofi', 'strength', undefined].map(draftOf)).toEqual([
    ['requirement', 'nature', 'area'],
    ['requirement', 'nature', 'area'],
    [],
    [],
    ['grade'],
  ])
})

describe('the content of a report', () => {
  const audit = readAudit(
    stored([
      [auditFields.team('nam'), { isLead: true }],
      [auditFields.verdict('i1@oneStop'), 'minor'],
      [auditFields.note('i1@oneStop'), 'ộ'.repeat(30_000)],
      [auditFields.finding('4-2', 'grade'), 'minor'],
      [auditFields.finding('4-1', 'grade'), 'ofi'],
      [auditFields.finding('4-1', 'withdrawn'), { reason: 'x', into: ['4-2'] }],
    ]),
  )
  const item = {
    id: 'i1',
    clauses: ['4.2'],
    label: { vi: '', en: '' },
    evidenceToSee: undefined,
    isCritical: false,
    weight: 1,
    interviewees: [],
  }
  const planned = [
    { key: 'i1@oneStop', item, area: 'oneStop', auditors: ['nam'] },
    { key: 'i2@oneStop', item: { ...item, id: 'i2' }, area: 'oneStop', auditors: ['nam'] },
  ]
  const content = reportContent('audit.2026.4-1.06010@a', audit, { planned, chain: 'c' })

  test('has what was found and not what was withdrawn or never answered', () => {
    expect(content).toMatchObject({ number: '06010/2026/4-1', lead: 'nam', chain: 'c', unit: '06010@a' })
    expect(content.checks.map(({ item: id }) => id)).toEqual(['i1'])
    expect(content.findings.map(({ number }) => number)).toEqual(['06010/2026/4-1/4-2'])
  })

  test('travels in parts that each fit a field, and comes back as it was', () => {
    const parts = splitContent(content)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(64 * 1024)
    expect(joinContent(parts)).toEqual(content)
    expect(joinContent(parts.slice(1))).toBeUndefined()
    expect(joinContent(['{}'])).toBeUndefined()
  })

  test('has one text, whatever order its keys were written in', () => {
    expect(canonicalText({ b: [1, { d: null, c: 'ừ' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"ừ","d":null}]}',
    )
    const turned = Object.fromEntries(Object.entries(content).reverse())
    expect(canonicalText(turned)).toBe(canonicalText(content as never))
  })
})

describe('the programme of a year', () => {
  const line = { area: 'oneStop', clauses: ['4.2'], month: 3, auditors: ['nam'] }

  test('has its lines by month, without those that are none', () => {
    const year = readAuditYear([
      { field: 'rows/b', value: { ...line, month: 9 } },
      { field: 'rows/a', value: line },
      { field: 'rows/c', value: { ...line, month: 0 } },
      { field: 'rows/d', value: null },
      { field: 'text/purpose', value: 'Cả năm' },
      { field: 'text/nosuch', value: 'x' },
    ])
    expect([year.rows.map(({ id }) => id), year.texts]).toEqual([['a', 'b'], { purpose: 'Cả năm' }])
  })

  test('refuses what is none of it', () => {
    expect([
      refuseAuditYearChange('rows/a', line, true),
      refuseAuditYearChange('rows/a', null, true),
      refuseAuditYearChange('rows/a', line, false),
      refuseAuditYearChange('rows/a', { ...line, area: 'nosuch' }, true),
      refuseAuditYearChange('rows/a/b', line, true),
      refuseAuditYearChange('text/nosuch', 'x', true),
      refuseAuditYearChange('text/note', 'x'.repeat(20_001), true),
    ]).toEqual([undefined, undefined, 'notYourRole', 'badValue', 'unknownField', 'unknownField', 'badValue'])
  })
})

test('a finding repeats an earlier nonconformity of the same commune against the same clause, or one above or below it', () => {
  const earlier = {
    thing: 'f1',
    unit: 'c1',
    audit: 'a1',
    grade: 'minor',
    clauses: ['4.2.3'],
    otherClauses: ['7.5.3'],
    raisedOn: '2025-11-16',
  } as const
  const list = [
    earlier,
    { ...earlier, thing: 'f2', raisedOn: '2026-02-01' },
    { ...earlier, thing: 'f3', unit: 'c2' },
    { ...earlier, thing: 'f4', grade: 'ofi' },
    { ...earlier, thing: 'f5', audit: 'a9' },
    { ...earlier, thing: 'f6', clauses: ['4.2.30'], otherClauses: [] },
  ] as const
  const found = (clauses: readonly string[]) =>
    findRepeats({ unit: 'c1', audit: 'a9', clauses }, list).map(({ thing }) => thing)
  expect(found(['4.2.3'])).toEqual(['f2', 'f1'])
  expect(found(['4.2'])).toEqual(['f2', 'f1', 'f6'])
  expect(found(['7.5.3.1'])).toEqual(['f2', 'f1'])
  expect(found(['8.2'])).toEqual([])
})
