import { expect, test } from 'vitest'
import type { FindingLine, ListedField } from '../../../../src/domain/audits/list-findings.ts'
import { listReports } from '../../../../src/domain/audits/list-reports.ts'
import type { JsonValue } from '../../../../src/lib/json-value.ts'

const hash = 'a'.repeat(64)
const report = (n: number): string => `auditReport.2017.1-${n}.c1`
let order = 0
const field = (thing: string, name: string, value: JsonValue): ListedField => ({
  thing,
  field: name,
  value,
  author: 'lan',
  at: ++order * 1000,
  order,
})
const head = (n: number) =>
  field(report(n), 'head', { audit: `audit.2017.1-${n}.c1`, hash, parts: 1, lead: 'lead' })
const finding = (n: number, number: string, grade: FindingLine['grade']) =>
  ({ thing: `finding.2017.1-${n}.${number}.c1`, grade }) as FindingLine

test('reports that were returned stand first, then the latest, each with its findings by grade', () => {
  const heads = [head(1), head(2), head(3), field(report(4), 'head', { broken: true })]
  const lines = listReports({
    heads,
    moves: [
      field(report(2), 'moves/a', { to: 'returned', reason: 'Thiếu' }),
      field(report(1), 'moves/a', { to: 'returned', reason: 'Thiếu' }),
      field(report(1), 'moves/b', { to: 'issued', reason: 'Đã bổ sung' }),
      field(report(1), 'moves/c', { to: 'approved' }),
    ],
    received: [field(report(3), 'signatures/auditee', { sha256: hash, hash })],
    agreements: [field('finding.2017.1-1.2-1.c1', 'agreements/x', true)],
    findings: [
      finding(1, '2-1', 'major'),
      finding(1, '2-2', 'minor'),
      finding(1, '3-1', 'minor'),
      finding(11, '2-1', 'ofi'),
      finding(3, '2-1', 'strength'),
    ],
  })
  expect(lines.map(({ thing, state }) => [thing, state])).toEqual([
    [report(2), 'returned'],
    [report(3), 'issued'],
    [report(1), 'approved'],
  ])
  expect(lines.map(({ isAnswered }) => isAnswered)).toEqual([false, false, false])
  expect(lines[2]).toMatchObject({
    number: 'c1/2017/1-1',
    lead: 'lead',
    isAmended: true,
    isReceived: false,
    byGrade: { major: 1, minor: 2, ofi: 0, strength: 0 },
  })
  expect(lines[1]).toMatchObject({ isAmended: false, isReceived: true, byGrade: { strength: 1 } })
  expect(lines[0]?.byGrade).toEqual({ major: 0, minor: 0, ofi: 0, strength: 0 })
})

test('a returned report that its lead has answered is the next to look at, until it is approved', () => {
  const answered = [
    field(report(1), 'moves/a', { to: 'returned', reason: 'Thiếu' }),
    field(report(1), 'moves/b', { to: 'issued', reason: 'Đã bổ sung' }),
  ]
  const list = (moves: readonly ListedField[]) =>
    listReports({ heads: [head(1), head(2)], moves, received: [], agreements: [], findings: [] }).map(
      ({ thing, isAnswered }) => [thing, isAnswered],
    )
  expect(list(answered)).toEqual([
    [report(1), true],
    [report(2), false],
  ])
  expect(list([...answered, field(report(1), 'moves/c', { to: 'approved' })])).toEqual([
    [report(2), false],
    [report(1), false],
  ])
})
