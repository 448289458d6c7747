import { expect, test } from 'vitest'
import { csvByteOrderMark, csvLine } from '../../../../src/lib/workbook/csv-line.ts'

test.each([
  [['a', 1, true, null, ''], 'a,1,TRUE,,'],
  [['a,b', 'say "xin chào"', 'two\nlines'], '"a,b","say ""xin chào""","two\nlines"'],
  [[' a', 'b;c'], '" a","b;c"'],
  [['=1+1', '+84', '-5', '@a', '＝1'], "'=1+1,'+84,'-5,'@a,'＝1"],
  [['\t=1', '\r=1'], '"\'\t=1","\'\r=1"'],
  [[-5, 1.5e21, Number.NaN], '-5,1.5e+21,'],
])('%j is a line that no spreadsheet runs', (cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`)
})

test('the mark before the first line is three bytes of UTF-8', () => {
  expect([...new TextEncoder().encode(csvByteOrderMark)]).toEqual([0xef, 0xbb, 0xbf])
})
