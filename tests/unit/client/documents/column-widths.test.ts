import { expect, test } from 'vitest'
import { columnWidths } from '../../../../src/client/documents/column-widths.ts'

const total = 9071
const sum = (widths: readonly number[]): number => widths.reduce((all, one) => all + one, 0)

test('columns are as wide as their parts where every word has room', () => {
  const widths = columnWidths(
    { header: ['Tên', 'Ngày'], widths: [3, 1], rows: [['Hà', '08/11/2026']] },
    total,
  )
  expect(widths).toEqual([6803, 2267])
})

test('a column is never so narrow that a day or a word of its head breaks', () => {
  const header = ['TT', 'Họ và tên', 'Chức vụ', 'Số', 'Ngày', 'Improvement']
  const widths = columnWidths(
    { header, widths: [1, 4, 3, 3, 1, 1], rows: [['1', 'Hà', '', '', '08/11/2026', '']] },
    total,
  )
  expect(widths[4]).toBeGreaterThanOrEqual(10 * 120)
  expect(widths[5]).toBeGreaterThanOrEqual(11 * 120)
  expect(sum(widths)).toBeLessThanOrEqual(total)
  expect(sum(widths)).toBeGreaterThan(total - header.length)
})

test('a table with more columns than the page has room for stays on the page', () => {
  const header = Array.from({ length: 12 }, () => 'Improvement')
  const widths = columnWidths({ header, widths: header.map(() => 1), rows: [] }, total)
  expect(sum(widths)).toBeLessThanOrEqual(total)
  expect(new Set(widths).size).toBe(1)
})
