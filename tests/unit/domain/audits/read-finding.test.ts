import { describe, expect, test } from 'vitest'
import {
  actionParts,
  findingFields,
  findingSlots,
  parseFindingField,
} from '../../../../src/domain/audits/finding-fields.ts'
import { readFinding } from '../../../../src/domain/audits/finding.ts'
import { parseReportField, reportFields } from '../../../../src/domain/audits/report-fields.ts'
import { readReport } from '../../../../src/domain/audits/report.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'
import { stored } from './stored.ts'

const sha = 'a'.repeat(64)
const photo = { type: 'image/png', size: 1, width: 1, height: 1, thumb: null }
const request = {
  audit: 'audit.2026.4-1.c1',
  standard: '2008',
  grade: 'minor',
  clauses: ['4.2.3'],
  otherClauses: ['7.5.3'],
  requirement: 'Bản hiện hành',
  proof: 'Bảng niêm yết 2014',
  nature: 'Lỗi thời',
  area: 'oneStop',
  responsible: '',
  lead: 'nam',
  raisedOn: '2026-11-24',
  dueOn: '2026-12-24',
  repeats: [],
} satisfies Record<string, JsonValue>

describe('the fields of a finding and of a report', () => {
  test('are read as what they were written as', () => {
    for (const round of [1, 2, 12]) {
      for (const part of actionParts)
        expect(parseFindingField(findingFields.part(part, round))).toEqual({ kind: 'part', part, round })
      for (const slot of findingSlots)
        expect(parseFindingField(findingFields.evidence(slot, sha, round))).toEqual({
          kind: 'evidence',
          slot,
          sha256: sha,
          round,
        })
    }
    expect(
      [
        findingFields.request,
        findingFields.move('m'),
        findingFields.amendment('a'),
        findingFields.agreement('a'),
      ].map(field => parseFindingField(field)?.kind),
    ).toEqual(['request', 'move', 'amendment', 'agreement'])
    expect(
      [
        reportFields.head,
        reportFields.part(0),
        reportFields.signature('lead'),
        reportFields.evidence('auditee', sha),
        reportFields.move('m'),
      ].map(field => parseReportField(field)?.kind),
    ).toEqual(['head', 'part', 'signature', 'evidence', 'move'])
  })

  test.each([
    '',
    'x',
    'action/nosuch',
    'action/cause/1',
    'action/cause/02',
    'action/cause/x',
    'action/cause/2/2',
    'evidence/done/a/1',
    'evidence/done/a/',
    'comments/a/b/2',
    'evidence/nosuch/a',
    'moves/',
    'moves/a/b',
    'constructor/x',
    'toString/x',
    '__proto__/x',
  ])('%s is none', field =>
    expect([parseFindingField(field), parseReportField(field)]).toEqual([undefined, undefined]),
  )

  test('a report has no more parts than fit', () => {
    expect(
      ['content/39', 'content/40', 'content/x', 'content/-1', 'content/001'].map(
        one => parseReportField(one)?.kind,
      ),
    ).toEqual(['part', undefined, undefined, undefined, undefined])
  })
})

describe('a finding', () => {
  test('is raised with its request, noted when nothing has to be done, and then where its last move led', () => {
    const stateOf = (grade: string, ...moves: readonly string[]) =>
      readFinding(
        stored([
          [findingFields.request, { ...request, grade }],
          ...moves.map((to, at) => [findingFields.move(`m${at}`), { to }] as const),
        ]),
      ).state
    expect(['major', 'minor', 'ofi', 'strength'].map(grade => stateOf(grade))).toEqual([
      'raised',
      'raised',
      'noted',
      'noted',
    ])
    expect(stateOf('minor', 'accepted', 'planned', 'nowhere', 'noted')).toBe('planned')
  })

  test('moves count in the order of the server; what it does not have yet comes last', () => {
    const moves = [
      { field: findingFields.move('b'), value: { to: 'planned' }, author: 'lan', at: 5, order: Infinity },
      { field: findingFields.move('a'), value: { to: 'accepted' }, author: 'thao', at: 9, order: 3 },
    ]
    expect(readFinding([...stored([[findingFields.request, request]]), ...moves]).state).toBe('planned')
  })

  test.each([
    ['a request without an audit', { audit: 'x' }],
    ['one of no edition', { standard: '1994' }],
    ['one of no grade', { grade: 'huge' }],
    ['one of an area that there is not', { area: 'nosuch' }],
    ['one of no day', { raisedOn: 'hôm qua' }],
    ['one that is due on no day', { dueOn: '' }],
    ['clauses that are no list', { clauses: '4.2' }],
  ])('is none with %s', (_, given) => {
    expect(readFinding(stored([[findingFields.request, { ...request, ...given }]])).request).toBeUndefined()
  })

  test('is as amended once a second person has agreed, beside what was signed', () => {
    const amendments = [
      [findingFields.amendment('a1'), { part: 'grade', value: 'major', reason: 'Tái diễn' }, 'nam'],
      [findingFields.amendment('a2'), { part: 'area', value: 'justice', reason: 'Nhầm' }, 'nam'],
      [findingFields.agreement('a1'), true, 'van'],
    ] as const
    const {
      signed,
      request: now,
      amendments: told,
    } = readFinding(stored([[findingFields.request, request], ...amendments]))
    expect([signed?.grade, now?.grade, now?.area]).toEqual(['minor', 'major', 'oneStop'])
    expect(told.map(({ id, author, agreedBy, reason }) => [id, author, agreedBy, reason])).toEqual([
      ['a1', 'nam', 'van', 'Tái diễn'],
      ['a2', 'nam', undefined, 'Nhầm'],
    ])
  })

  test.each([
    ['what may not be amended', { part: 'lead', value: 'van', reason: 'x' }],
    ['no reason', { part: 'grade', value: 'major', reason: ' ' }],
    ['a grade that is none', { part: 'grade', value: 'x', reason: 'x' }],
    ['no clause at all', { part: 'clauses', value: [], reason: 'x' }],
    ['a clause that is none', { part: 'clauses', value: ['x'], reason: 'x' }],
    ['a text that is too long', { part: 'proof', value: 'x'.repeat(20_001), reason: 'x' }],
  ])('has no amendment with %s', (_, value) => {
    expect(readFinding(stored([[findingFields.amendment('a1'), value]])).amendments).toEqual([])
  })

  test('keeps action, photos by slot, and comments', () => {
    const finding = readFinding(
      stored([
        [findingFields.request, request],
        [findingFields.part('cause'), 'Chưa giao người'],
        [findingFields.part('why1'), null],
        [findingFields.evidence('done', sha), photo],
        [findingFields.comment('request', 'c1'), { text: 'Xem' }, 'vinh'],
      ]),
    )
    expect(finding.action).toEqual({ cause: 'Chưa giao người' })
    expect([Object.keys(finding.files.done), Object.keys(finding.files.verify)]).toEqual([[sha], []])
    expect(finding.comments).toMatchObject([{ text: 'Xem', author: 'vinh' }])
  })
})

describe('a report', () => {
  const head = { audit: 'audit.2026.4-1.c1', hash: sha, parts: 2, lead: 'nam' }
  const content = JSON.stringify({ schema: 'auditReport/1', audit: 'audit.2026.4-1.c1' })
  const parts = [content.slice(0, 10), content.slice(10)]

  test('has its content once all its parts are there, whatever came first', () => {
    const fields = [
      [reportFields.part(1), parts[1]!],
      [reportFields.head, head],
      [reportFields.part(0), parts[0]!],
    ] as const
    expect(readReport(stored(fields)).content).toMatchObject({ schema: 'auditReport/1' })
    expect(readReport(stored(fields.slice(0, 2))).content).toBeUndefined()
    expect(readReport(stored([fields[0], fields[2]])).content).toBeUndefined()
  })

  test('names who signed what, by the account that did', () => {
    const { signatures, state } = readReport(
      stored([
        [reportFields.signature('lead'), { sha256: sha, hash: sha }],
        [reportFields.signature('auditee'), { sha256: sha, hash: sha, opinion: 'Không nhất trí' }, 'thao'],
        [reportFields.move('m1'), { to: 'returned', reason: 'Bổ sung' }, 'vinh'],
      ]),
    )
    expect(signatures).toMatchObject({
      lead: { author: 'nam', opinion: '' },
      auditee: { author: 'thao', opinion: 'Không nhất trí' },
    })
    expect(state).toBe('returned')
  })

  test.each([
    ['a hash that is none', { hash: 'x' }],
    ['no parts', { parts: 0 }],
    ['half a part', { parts: 1.5 }],
    ['no lead', { lead: null }],
  ])('has no head with %s', (_, given) => {
    expect(readReport(stored([[reportFields.head, { ...head, ...given }]])).head).toBeUndefined()
  })
})
