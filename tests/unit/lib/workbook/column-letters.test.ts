import { expect, test } from 'vitest'
import { cellPlace, columnLetters } from '../../../../src/lib/workbook/column-letters.ts'

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s and back', (column, letters) => {
  expect(columnLetters(column)).toBe(letters)
  expect(cellPlace(`${letters}7`)).toEqual({ row: 6, column })
})

test.each(['', 'A', '7', 'a1', 'A0', 'A1.5', 'A-1', 'XFE1', 'A1048577', '$A$1'])(
  '%j is no place',
  reference => {
    expect(cellPlace(reference)).toBeUndefined()
  },
)
