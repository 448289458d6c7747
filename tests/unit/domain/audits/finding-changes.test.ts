import { describe, expect, test } from 'vitest'
import { readAudit } from '../../../../src/domain/audits/audit.ts'
import type { DraftFinding } from '../../../../src/domain/audits/draft-finding.ts'
import type { FieldValue } from '../../../../src/domain/audits/finding-changes.ts'
import { findingFromCheck } from '../../../../src/domain/audits/finding-from-check.ts'
import { mergeFindings } from '../../../../src/domain/audits/merge-findings.ts'
import { splitFinding } from '../../../../src/domain/audits/split-finding.ts'
import type { Verdict } from '../../../../src/domain/audits/verdict.ts'
import { aCheck } from './a-check.ts'

const sha = (sign: string) => sign.repeat(64)
const photo = { type: 'image/jpeg' as const, size: 10, width: 4, height: 3, thumb: null }

/** What an audit tells after these fields were saved, one after the other. */
const after = (...changes: readonly FieldValue[]): ReadonlyMap<string, DraftFinding> =>
  readAudit(
    [...new Map(changes.map(change => [change.field, change.value]))].map(([field, value]) => ({
      field,
      value,
      author: 'p-tuan',
      at: 20,
      order: 1,
    })),
  ).findings

const raised = (number: string, verdict: Verdict, more: Parameters<typeof aCheck>[2] = {}) =>
  findingFromCheck({
    number,
    item: { clauses: ['4.2.3'] },
    check: aCheck(`ia_1@oneStop`, verdict, more),
    requirement: 'Tài liệu tại nơi làm việc là bản hiện hành',
    sampled: '',
  }) ?? []

describe('a check turned into a finding', () => {
  test('brings clause, requirement, evidence, area, who was asked and its photos along', () => {
    const fields = findingFromCheck({
      number: '7-1',
      item: { clauses: ['4.2.3'] },
      check: aCheck('ia_1@oneStop', 'minor', {
        note: ' Bảng cũ chưa thu hồi ',
        proof: 'Bảng thủ tục tại quầy 2',
        interviewed: 'Bà Lan',
        photos: { [sha('a')]: photo },
      }),
      requirement: 'Tài liệu là bản hiện hành',
      sampled: 'HS 12: KPH nhẹ',
    })
    expect(after(...(fields ?? [])).get('7-1')).toMatchObject({
      grade: 'minor',
      requirement: 'Tài liệu là bản hiện hành',
      proof: 'Bảng thủ tục tại quầy 2\nHS 12: KPH nhẹ',
      nature: 'Bảng cũ chưa thu hồi',
      clauses: ['4.2.3'],
      area: 'oneStop',
      responsible: 'Bà Lan',
      checks: ['ia_1@oneStop'],
      photos: { [sha('a')]: photo },
      raisedBy: 'p-tuan',
    })
  })
  test('writes no part that is blank', () => {
    expect(raised('7-1', 'ofi').map(({ field }) => field)).toEqual([
      'findings/7-1/grade',
      'findings/7-1/requirement',
      'findings/7-1/clauses',
      'findings/7-1/area',
      'findings/7-1/checks',
    ])
  })
  test('of a check that conforms is a strength, and its note the evidence', () => {
    expect(after(...raised('7-1', 'conform', { note: 'Sổ ghi đủ' })).get('7-1')).toMatchObject({
      grade: 'strength',
      proof: 'Sổ ghi đủ',
    })
  })
  test('is none where nothing was judged', () => {
    for (const verdict of ['na', 'not_checked', undefined] as const)
      expect(
        findingFromCheck({
          number: '7-1',
          item: { clauses: [] },
          check: aCheck('a@oneStop', verdict),
          requirement: '',
          sampled: '',
        }),
      ).toBeUndefined()
  })
})

describe('a finding that is split', () => {
  const first = raised('7-1', 'minor', { note: 'Hai lỗi', proof: 'HS 1', photos: { [sha('a')]: photo } })
  const before = after(...first).get('7-1')
  const found = after(
    ...first,
    ...(before ? splitFinding(before, { numbers: ['7-2', '7-3'], reason: 'Hai việc' }) : []),
  )

  test('goes on in two that say and show all of it under numbers of their own', () => {
    const { number: _, ...words } = before ?? { number: '' }
    expect(found.get('7-2')).toEqual({ ...words, number: '7-2' })
    expect(found.get('7-3')).toEqual({ ...words, number: '7-3' })
  })
  test('is withdrawn itself, with the reason and the two', () => {
    expect(found.get('7-1')?.withdrawn).toEqual({ reason: 'Hai việc', into: ['7-2', '7-3'] })
  })
})

describe('findings that are merged', () => {
  const fields = [
    ...raised('7-1', 'minor', { note: 'Thiếu chữ ký', proof: 'HS 1', photos: { [sha('a')]: photo } }),
    ...raised('9-1', 'major', {
      note: 'Thiếu ngày',
      proof: 'HS 1',
      photos: { [sha('b')]: photo, [sha('a')]: photo },
    }),
    { field: 'findings/9-1/clauses', value: ['4.2.10', '4.1'] },
    { field: 'findings/9-1/checks', value: ['ia_2@office'] },
  ]
  const before = after(...fields)
  const [into, other] = [before.get('7-1'), before.get('9-1')]
  const changes = into && other ? mergeFindings(into, [other], 'Cùng nguyên nhân') : []
  const found = after(...fields, ...changes)

  test('keep one number, each text once, all clauses in order, all checks and photos, the gravest grade', () => {
    expect(found.get('7-1')).toMatchObject({
      grade: 'major',
      proof: 'HS 1',
      nature: 'Thiếu chữ ký\nThiếu ngày',
      clauses: ['4.1', '4.2.3', '4.2.10'],
      checks: ['ia_1@oneStop', 'ia_2@office'],
      photos: { [sha('a')]: photo, [sha('b')]: photo },
      withdrawn: undefined,
    })
  })
  test('leave the others withdrawn, naming the one that goes on', () => {
    expect(found.get('9-1')?.withdrawn).toEqual({ reason: 'Cùng nguyên nhân', into: ['7-1'] })
  })
  test('write only what changes', () => {
    const written = changes.map(({ field }) => field)
    expect(written).not.toContain('findings/7-1/proof')
    expect(written).not.toContain(`evidence/finding:7-1/${sha('a')}`)
  })
})
