import { expect, test } from 'vitest'
import { readWorkbook } from '../../../../src/lib/workbook/read-workbook.ts'
import { anXlsx, type XlsxParts } from './an-xlsx.ts'

const rowsOf = (parts: XlsxParts) => {
  const workbook = readWorkbook(anXlsx(parts))
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.error))
  return workbook.value.sheets[0]?.rows
}

test('empty rows and columns keep their places', () => {
  const sheet =
    '<row r="2"><c r="B2"><v>1</v></c><c r="E2"><v>2</v></c></row><row r="5"/><row r="6"><c r="AA6"><v>3</v></c></row>'
  const rows = rowsOf({ sheets: [sheet] })
  expect(rows).toHaveLength(6)
  expect(rows?.[1]).toEqual([null, 1, null, null, 2])
  expect([rows?.[0], rows?.[2], rows?.[3], rows?.[4]]).toEqual([[], [], [], []])
  expect(rows?.[5]?.[26]).toBe(3)
})

test('rows and cells that do not name their place follow the one before', () => {
  const sheet =
    '<row><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c r="C3"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
  expect(rowsOf({ sheets: [sheet] })).toEqual([[1, 2], [], [null, null, 3, 4], [5]])
})

test('rows that come out of order go to the place they name', () => {
  const sheet = '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>1</v></c></row>'
  expect(rowsOf({ sheets: [sheet] })).toEqual([[null, 1], [], [3]])
})

test('styled cells without a value are no cells, however far they reach', () => {
  const sheet =
    '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576" s="1"><c r="A1048576"/></row>'
  expect(rowsOf({ sheets: [sheet] })).toEqual([[1]])
})

test.each([
  ['a number', '<c r="A1"><v>1.0</v></c>', 1],
  ['a large number', '<c r="A1" t="n"><v>1E+20</v></c>', 1e20],
  ['a boolean', '<c r="A1" t="b"><v>1</v></c>', true],
  ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
  ['the value a formula had', '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
  ['the text a formula had', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>yes &amp; no</v></c>', 'yes & no'],
  ['a shared text', '<c r="A1" t="s"><v>0</v></c>', 'Xã Đình Lập'],
  ['a rich text without its phonetic hints', '<c r="A1" t="s"><v>1</v></c>', 'in bold and not'],
  ['an inline text', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
  [
    'an inline rich text',
    '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>',
    'ab',
  ],
  ['an empty text', '<c r="A1" t="inlineStr"><is><t/></is></c>', ''],
  ['CDATA as it is', '<c r="A1" t="str"><v><![CDATA[<&amp;>]]></v></c>', '<&amp;>'],
  ['numbers of characters', '<c r="A1" t="str"><v>&#128512;&#x110;</v></c>', '😀Đ'],
  ['escapes of Excel', '<c r="A1" t="str"><v>a_x000D_b_x005F_x000D_</v></c>', 'a\rb_x000D_'],
  ['line ends as one', '<c r="A1" t="str"><v>a\r\nb</v></c>', 'a\nb'],
  ['an ISO date', '<c r="A1" t="d"><v>2024-05-01T00:00:00.000Z</v></c>', '2024-05-01'],
])('reads %s', (_, cell, value) => {
  const strings =
    '<si><t>Xã Đình Lập</t></si><si><r><t xml:space="preserve">in </t></r><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space="preserve"> and not</t></r><rPh sb="0" eb="1"><t>hint</t></rPh></si>'
  expect(rowsOf({ sheets: [`<row r="1">${cell}</row>`], strings })).toEqual([[value]])
})

const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="[$-42A]d mmmm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>'

test.each([
  [1, 45_413, '2024-05-01'],
  [2, 45_413.5, '2024-05-01T12:00:00'],
  [2, 45_413.999_999_9, '2024-05-02'],
  [3, 1, '1900-01-01'],
  [3, 59, '1900-02-28'],
  [3, 61, '1900-03-01'],
  [6, 45_413, '2024-05-01'],
  [2, 0.354_166_666_666_666_7, '08:30:00'],
  [0, 45_413, 45_413],
  [4, 3, 3],
  [5, 1.5, 1.5],
  [1, -1, -1],
  [1, 1e9, 1e9],
])('in style %i the number %d is %j', (style, serial, value) => {
  const sheet = `<row r="1"><c r="A1" s="${style}"><v>${serial}</v></c></row>`
  expect(rowsOf({ sheets: [sheet], styles })).toEqual([[value]])
})

test('the days of old Macs count from 1904', () => {
  const sheet = '<row r="1"><c r="A1" s="1"><v>43951</v></c></row>'
  expect(rowsOf({ sheets: [sheet], styles, workbookPr: '<workbookPr date1904="1"/>' })).toEqual([
    ['2024-05-01'],
  ])
})

test('all sheets come in the order of their tabs', () => {
  const workbook = readWorkbook(anXlsx({ sheets: ['<row><c><v>1</v></c></row>', ''] }))
  expect(workbook).toEqual({
    ok: true,
    value: {
      sheets: [
        { name: 'Sheet1', rows: [[1]] },
        { name: 'Sheet2', rows: [] },
      ],
    },
  })
})

test('prefixes, a byte order mark and a workbook at another path are read too', () => {
  const relationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  const workbook = readWorkbook(
    anXlsx({
      sheets: [],
      others: {
        '_rels/.rels': `<Relationships><Relationship Id="a" Type="${relationships}/officeDocument" Target="/xl/book2.xml"/></Relationships>`,
        'xl/book2.xml': `\ufeff<?xml version="1.0"?><!-- x --><x:workbook xmlns:rel="${relationships}"><x:sheets><x:sheet name="T&amp;C" rel:id="b"/></x:sheets></x:workbook>`,
        'xl/_rels/book2.xml.rels': `<Relationships><Relationship Id="b" Type="${relationships}/worksheet" Target="../data/S.xml"/></Relationships>`,
        'data/s.xml':
          '<x:worksheet><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
    }),
  )
  expect(workbook).toEqual({ ok: true, value: { sheets: [{ name: 'T&C', rows: [[7]] }] } })
})

test('formulas that nobody has computed are told with their place, an empty text is a result', () => {
  const sheet =
    '<row r="2"><c r="B2"><f>1+1</f></c><c r="C2"><f>1+1</f><v></v></c><c r="D2" t="str"><f>""</f><v></v></c></row>' +
    '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3"/></row>'
  const workbook = readWorkbook(anXlsx({ sheets: [sheet, ''] }))
  expect(workbook.ok && workbook.value.sheets.map(one => one.uncomputed)).toEqual([
    [
      { row: 1, column: 1 },
      { row: 1, column: 2 },
    ],
    undefined,
  ])
})
