import { expect, test } from 'vitest'
import { writeTables } from '../../../../src/client/documents/write-tables.ts'
import type { ReportTable } from '../../../../src/domain/reports/tables/report-table.ts'
import { readWorkbook } from '../../../../src/lib/workbook/read-workbook.ts'

const table: ReportTable = {
  name: 'Phát hiện',
  header: ['Xã', 'Nội dung', 'Số'],
  widths: [1, 1, 1],
  rows: [
    ['Xã Cao Minh', '=HYPERLINK("http://a","b")', -3],
    [null, '+84 "một", hai\nba', true],
  ],
}

test('a CSV begins with its mark, ends lines with CRLF, and holds no text that a spreadsheet would run', () => {
  const bytes = writeTables('csv', [table])
  expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
  expect(new TextDecoder().decode(bytes)).toBe(
    'Xã,Nội dung,Số\r\n' +
      'Xã Cao Minh,"\'=HYPERLINK(""http://a"",""b"")",-3\r\n' +
      ',"\'+84 ""một"", hai\nba",TRUE\r\n',
  )
})

test('a workbook has a sheet for each table, and texts that begin with = stay texts', () => {
  const workbook = readWorkbook(writeTables('xlsx', [table, { ...table, name: 'Việc', rows: [] }]))
  expect(workbook).toMatchObject({
    ok: true,
    value: {
      sheets: [
        { name: 'Phát hiện', rows: [[...table.header], ...table.rows.map(row => [...row])] },
        { name: 'Việc', rows: [[...table.header]] },
      ],
    },
  })
})
