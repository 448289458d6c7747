import { expect, test } from 'vitest'
import { readPeopleFile } from '../../../../src/client/features/people/read-people-file.ts'
import { writeWorkbook } from '../../../../src/lib/workbook/write-workbook.ts'

const header = ['Tên đăng nhập', 'Họ và tên', 'Vai trò', 'Đơn vị', 'Từ ngày']
const lan = ['lan', 'Triệu Thị Lan', 'Công chức xã', 'Xã Cao Minh', '01/02/2018']
const csv = [header, lan].map(cells => cells.join(';')).join('\r\n')
const utf8 = (text: string) => new TextEncoder().encode(text)
const rowOfLan = {
  line: 2,
  username: 'lan',
  name: 'Triệu Thị Lan',
  role: 'Công chức xã',
  unit: 'Xã Cao Minh',
  from: '01/02/2018',
  to: '',
}

test.each([
  ['a workbook', writeWorkbook({ sheets: [{ name: 'x', rows: [header, lan] }] }), undefined],
  ['a CSV in UTF-8', utf8(csv), 'utf-8'],
  ['a CSV in UTF-8 with its mark', utf8(`\ufeff${csv}`), 'utf-8'],
  ['a CSV in UTF-16', new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le')), 'utf-16'],
  ['a CSV with tabs', utf8(csv.replaceAll(';', '\t')), 'utf-8'],
])('people are read from %s', (_, bytes, encoding) => {
  expect(readPeopleFile(bytes)).toEqual({ type: 'read', rows: [rowOfLan], ...(encoding && { encoding }) })
})

test('a CSV in Windows-1258 is read, and said to be one', () => {
  // "Xã" and "Đ" are single bytes there, as "â" is.
  const bytes = new Uint8Array(
    Buffer.from('username;name;role;unit\nlan;Tr\xe2n \xd0\xe0o;communeOfficial;06010\n', 'latin1'),
  )
  expect(readPeopleFile(bytes)).toMatchObject({ encoding: 'windows-1258', rows: [{ name: 'Trân Đào' }] })
})

test('a CSV in TCVN3 is refused as a whole, with words about encodings', () => {
  const bytes = new Uint8Array(
    Buffer.from('username;name;role;unit\nlan;NguyÔn V\xa8n \xae\xb8;communeOfficial;06010\n', 'latin1'),
  )
  expect(readPeopleFile(bytes)).toEqual({ type: 'notRead', problem: { type: 'oldEncoding' } })
})

test('a CSV of mixed encodings is read with the rows that are no text marked', () => {
  const bad = Buffer.from('minh;Nguy\xean;communeOfficial;06010\n', 'latin1')
  const reading = readPeopleFile(new Uint8Array(Buffer.concat([utf8(`${csv}\n`), bad])))
  expect(reading).toMatchObject({
    type: 'read',
    encoding: 'mixed',
    rows: [rowOfLan, { name: 'Nguy\ufffdn' }],
  })
})

test('a file without the columns, without rows, or that is no table is told so', () => {
  expect(readPeopleFile(utf8('username;name\nlan;Lan'))).toEqual({
    type: 'notRead',
    problem: { type: 'columnsMissing', columns: ['role', 'unit'] },
  })
  expect(readPeopleFile(utf8(header.join(',')))).toMatchObject({ problem: { type: 'empty' } })
  expect(readPeopleFile(utf8('a letter\nand another'))).toMatchObject({ problem: { type: 'notXlsx' } })
  expect(readPeopleFile(utf8(`${csv}\n"lan;Lan`))).toEqual({
    type: 'notRead',
    problem: { type: 'openQuote', line: 3 },
  })
})
