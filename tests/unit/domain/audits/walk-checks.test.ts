import { describe, expect, test } from 'vitest'
import { countChecks } from '../../../../src/domain/audits/count-checks.ts'
import { filterChecks, type CheckFilter } from '../../../../src/domain/audits/filter-checks.ts'
import { groupChecks } from '../../../../src/domain/audits/group-checks.ts'
import { aCheck, aPlanned } from './a-check.ts'

const planned = [
  aPlanned('a', 'oneStop', { clauses: ['7.5.3'], label: { vi: 'Hoà giải có sổ theo dõi không?' } }),
  aPlanned('b', 'oneStop', { clauses: ['4.2.4'], isCritical: true, auditors: ['p-van'] }),
  aPlanned('c', 'leadership', { clauses: ['4.2.3', '7.5.1'], isCritical: true }),
  aPlanned('d', 'leadership', { clauses: ['4.10'] }),
]
const checks = new Map(
  [
    aCheck('a@oneStop', 'conform'),
    aCheck('b@oneStop', 'minor', { note: 'Thiếu chữ ký' }),
    aCheck('d@leadership'),
  ].map(check => [check.key, check]),
)
const keys = (only: readonly CheckFilter[], search = '') =>
  filterChecks(planned, {
    checks,
    only,
    search,
    person: 'p-tuan',
    textOf: ({ item }) => item.label['vi'] ?? '',
  }).map(({ key }) => key)

describe('filters of a checklist', () => {
  test('without one everything is there, in its order', () => {
    expect(keys([])).toEqual(['a@oneStop', 'b@oneStop', 'c@leadership', 'd@leadership'])
  })
  test('unanswered are those without a verdict, written of or not', () => {
    expect(keys(['unanswered'])).toEqual(['c@leadership', 'd@leadership'])
  })
  test('incomplete are verdicts that lack what they need, not missing verdicts', () => {
    expect(keys(['gaps'])).toEqual(['b@oneStop'])
  })
  test('mine are those that the plan gives me', () => {
    expect(keys(['mine'])).toEqual(['a@oneStop', 'c@leadership', 'd@leadership'])
  })
  test('several narrow each other', () => {
    expect(keys(['critical', 'mine'])).toEqual(['c@leadership'])
  })
  test('search knows no diacritics and no place of the tone mark, and wants every word', () => {
    expect(keys([], 'SO hòa')).toEqual(['a@oneStop'])
    expect(keys([], 'hòa bình')).toEqual([])
  })
})

describe('the walk through a checklist', () => {
  test('by clause it follows the standard, number by number, in clauses of two levels', () => {
    expect(
      groupChecks(planned, 'clause').map(({ id, checks: own }) => [id, own.map(({ key }) => key)]),
    ).toEqual([
      ['4.2', ['b@oneStop', 'c@leadership']],
      ['4.10', ['d@leadership']],
      ['7.5', ['a@oneStop']],
    ])
  })
  test('by area it goes from desk to desk, leaders first', () => {
    expect(groupChecks(planned, 'area').map(({ id, checks: own }) => [id, own.length])).toEqual([
      ['leadership', 2],
      ['oneStop', 2],
    ])
  })
})

test('progress counts what is whole, and apart from it what lacks something', () => {
  expect(countChecks(planned, checks)).toEqual({ total: 4, done: 1, withGaps: 1 })
})
