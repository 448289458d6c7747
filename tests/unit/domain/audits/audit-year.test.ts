import { expect, test } from 'vitest'
import { readAuditYear, refuseAuditYearChange } from '../../../../src/domain/audits/audit-year.ts'

const row = { area: 'land', clauses: ['7.5'], month: 11, auditors: ['p-vi'] }

test('a programme is read from its fields, its rows by month', () => {
  const year = readAuditYear([
    { field: 'standard', value: '2015' },
    { field: 'text/purpose', value: 'Vì sao' },
    { field: 'rows/b', value: row },
    { field: 'rows/a', value: { ...row, month: 3 } },
    { field: 'rows/gone', value: null },
  ])
  expect(year.standard).toBe('2015')
  expect(year.texts).toEqual({ purpose: 'Vì sao' })
  expect(year.rows.map(({ id, month }) => [id, month])).toEqual([
    ['a', 3],
    ['b', 11],
  ])
})

test('rows of one month stand in the order in which areas are audited, whenever they were added', () => {
  const year = readAuditYear([
    { field: 'rows/a', value: { ...row, area: 'office' } },
    { field: 'rows/b', value: { ...row, area: 'leadership' } },
    { field: 'rows/c', value: row },
  ])
  expect(year.rows.map(({ area }) => area)).toEqual(['leadership', 'land', 'office'])
})

test('a programme without a standard is of the edition of 2008', () => {
  expect(readAuditYear([]).standard).toBe('2008')
})

test('a programme takes an edition that there is, and no other', () => {
  expect(refuseAuditYearChange('standard', '2015', true)).toBeUndefined()
  expect(refuseAuditYearChange('standard', '2026', true)).toBe('badValue')
  expect(refuseAuditYearChange('standard', null, true)).toBe('badValue')
  expect(refuseAuditYearChange('standard', '2015', false)).toBe('notYourRole')
})

test('a row names an area, a month and short lists, or is taken away', () => {
  expect(refuseAuditYearChange('rows/a', row, true)).toBeUndefined()
  expect(refuseAuditYearChange('rows/a', null, true)).toBeUndefined()
  expect(refuseAuditYearChange('rows/a', { ...row, month: 13 }, true)).toBe('badValue')
  expect(refuseAuditYearChange('rows/a', { ...row, area: 'moon' }, true)).toBe('badValue')
  expect(refuseAuditYearChange('rows/a/b', row, true)).toBe('unknownField')
})
