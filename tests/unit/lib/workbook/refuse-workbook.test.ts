import { Deflate, strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../../src/lib/workbook/read-workbook.ts'
import { seededRandom } from '../../../support/seeded-random.ts'
import { anXlsx, xlsxParts } from './an-xlsx.ts'

const sheetPath = 'xl/worksheets/sheet1.xml'
const mega = 1024 * 1024

/** What it is refused for, and that this cost next to nothing: of the processor's time, since others use it too. */
function refusal(bytes: Uint8Array) {
  const before = process.cpuUsage()
  const workbook = readWorkbook(bytes)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(2000)
  return workbook.ok ? 'read' : workbook.error
}

/** Lets the directory claim another size or method than the entry has. */
function claiming(bytes: Uint8Array, path: string, claim: { size: number; method?: number }): Uint8Array {
  const lying = bytes.slice()
  const view = new DataView(lying.buffer)
  const name = strToU8(path).join()
  let at = view.getUint32(lying.length - 6, true)
  while (view.getUint32(at, true) === 0x02014b50) {
    const nameLength = view.getUint16(at + 28, true)
    if (lying.subarray(at + 46, at + 46 + nameLength).join() === name) {
      view.setUint32(at + 24, claim.size, true)
      if (claim.method !== undefined) view.setUint16(at + 10, claim.method, true)
    }
    at += 46 + nameLength
  }
  return lying
}

/** Deflated bytes of which each megabyte is the same, made without making them all. */
function deflated(megabyte: Uint8Array, times: number): Uint8Array {
  const chunks: Uint8Array[] = []
  const deflate = new Deflate({ level: 9 }, chunk => chunks.push(chunk))
  deflate.push(megabyte)
  deflate.flush(true)
  const one = Buffer.concat(chunks)
  return Buffer.concat([...Array.from({ length: times }, () => one), Uint8Array.of(3, 0)])
}

/** A workbook whose sheet unpacks to so many megabytes, and claims what it likes. */
const withBomb = (megabyte: Uint8Array, megabytes: number, size: number): Uint8Array =>
  claiming(anXlsx({ others: { [sheetPath]: deflated(megabyte, megabytes) } }, { level: 0 }), sheetPath, {
    size,
    method: 8,
  })

const zeros = new Uint8Array(mega)
const tags = strToU8('<a/>'.repeat(mega / 4))

test('a file over 5 MB', () => {
  expect(refusal(new Uint8Array(5 * mega + 1))).toEqual({ type: 'tooLarge', maxBytes: 5 * mega })
})

test.each([
  [
    'an old .xls',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    { type: 'legacyXls' },
  ],
  [
    'an encrypted workbook',
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0,
      ...new Uint8Array(new Uint16Array(strToU8('EncryptedPackage')).buffer),
    ]),
    { type: 'encrypted' },
  ],
  ['a text file named .xlsx', strToU8('Xin chào'), { type: 'notXlsx', looksLike: 'other' }],
  ['a table in CSV', strToU8('type;name\ntext;a\n'), { type: 'notXlsx', looksLike: 'csv' }],
  ['nothing at all', new Uint8Array(), { type: 'notXlsx', looksLike: 'other' }],
  ['any other zip', zipSync({ 'a.txt': strToU8('a') }), { type: 'notXlsx', looksLike: 'other' }],
  [
    'LibreOffice’s own format',
    zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
    { type: 'notXlsx', looksLike: 'ods' },
  ],
  ['a binary workbook', zipSync({ 'xl/workbook.bin': strToU8('a') }), { type: 'notXlsx', looksLike: 'xlsb' }],
  [
    'a document that is no workbook',
    anXlsx({ others: { 'xl/workbook.xml': '<document/>' } }),
    { type: 'notXlsx', looksLike: 'other' },
  ],
])('%s is told by its bytes', (_, bytes, problem) => {
  expect(refusal(bytes)).toEqual(problem)
})

test('a gigabyte of zeros', () => {
  const bomb = withBomb(zeros, 1024, 1024 * mega)
  expect(bomb.length).toBeLessThan(2 * mega)
  expect(refusal(bomb)).toEqual({ type: 'ratioTooHigh', part: sheetPath })
})

test('a gigabyte that claims ten bytes, of zeros or well-formed', () => {
  expect(refusal(withBomb(zeros, 1024, 10))).toEqual({ type: 'ratioTooHigh', part: sheetPath })
  expect(refusal(withBomb(tags, 1024, 10))).toEqual({ type: 'ratioTooHigh', part: sheetPath })
})

test('forty megabytes that claim ten bytes', () => {
  expect(refusal(withBomb(tags, 40, 10))).toEqual({ type: 'ratioTooHigh', part: sheetPath })
})

test('five megabytes of packed zeros', () => {
  const bomb = withBomb(zeros, 4900, 10)
  expect(bomb.length).toBeGreaterThan(4.5 * mega)
  expect(refusal(bomb)).toEqual({ type: 'ratioTooHigh', part: sheetPath })
})

test('a bomb that nobody reads, in a picture', () => {
  const bomb = anXlsx({ others: { 'xl/media/a.png': new Uint8Array(8 * mega) } })
  expect(refusal(bomb)).toEqual({ type: 'ratioTooHigh', part: 'xl/media/a.png' })
})

/** XML that packs 1 to 150 or so: under the ratio, over the size. */
function longSheet(megabytes: number): string {
  const random = seededRandom(1)
  const piece = Array.from({ length: 200 }, () => `<!--${random.next()}${'x'.repeat(2500)}-->`).join('')
  return piece.repeat(Math.ceil((megabytes * mega) / piece.length))
}

test('sheets that are each allowed and together too large, whatever they claim', () => {
  const long = longSheet(9)
  const bomb = anXlsx({ sheets: Array.from({ length: 6 }, () => long) })
  const problem = { type: 'unpacksTooLarge', maxBytes: 50 * mega }
  expect(refusal(bomb)).toEqual(problem)
  const quiet = claiming(bomb, 'xl/worksheets/sheet6.xml', { size: 10 })
  expect(refusal(quiet)).toEqual(problem)
})

test('a header that lies about a size within the limits', () => {
  const bytes = anXlsx({ sheets: ['<row><c><v>1</v></c></row>'] })
  expect(refusal(claiming(bytes, sheetPath, { size: 10 }))).toEqual({ type: 'damaged', part: sheetPath })
})

test('too many entries, whatever the end record counts', () => {
  const others = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [String(i), new Uint8Array()]))
  const bytes = anXlsx({ others }, { level: 0 })
  expect(refusal(bytes)).toEqual({ type: 'tooManyEntries', maxEntries: 1000 })
})

/** A zip of one local entry that its directory lists again and again. */
function overlapping(times: number): Uint8Array {
  const zip = zipSync({ a: new Uint8Array(1) }, { level: 0 })
  const directoryAt = new DataView(zip.buffer).getUint32(zip.length - 6, true)
  const record = zip.subarray(directoryAt, zip.length - 22)
  const bytes = new Uint8Array(directoryAt + record.length * times + 22)
  bytes.set(zip.subarray(0, directoryAt))
  for (let i = 0; i < times; i++) bytes.set(record, directoryAt + i * record.length)
  bytes.set(zip.subarray(zip.length - 22), bytes.length - 22)
  return bytes
}

test('100,000 entries that share the same bytes', () => {
  expect(refusal(overlapping(100_000))).toEqual({ type: 'tooManyEntries', maxEntries: 1000 })
  expect(refusal(overlapping(3))).toEqual({ type: 'damaged' })
})

test('the same sheet listed many times', () => {
  const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const list = '<sheet name="a" r:id="rId1"/>'.repeat(10_000)
  const bytes = anXlsx({
    others: { 'xl/workbook.xml': `<workbook xmlns:r="${relationship}"><sheets>${list}</sheets></workbook>` },
  })
  expect(refusal(bytes)).toEqual({ type: 'damaged', part: sheetPath })
})

test('entities that multiply, and any document type', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`).join('')}]>`
  const sheet = '<worksheet><sheetData><row><c t="str"><v>&a19;</v></c></row></sheetData></worksheet>'
  expect(refusal(anXlsx({ others: { [sheetPath]: laughs + sheet } }))).toEqual({
    type: 'damaged',
    part: sheetPath,
  })
  const outside = `<!DOCTYPE x SYSTEM "file:///etc/passwd">${sheet}`
  expect(refusal(anXlsx({ others: { [sheetPath]: outside } }))).toEqual({ type: 'damaged', part: sheetPath })
})

test('an entity that is not XML’s own stays as it is written', () => {
  const bytes = anXlsx({ sheets: ['<row><c t="str"><v>&a19;&nbsp;</v></c></row>'] })
  expect(readWorkbook(bytes)).toMatchObject({ value: { sheets: [{ rows: [['&a19;&nbsp;']] }] } })
})

test.each([
  ['a cell far to the right', '<row r="1"><c r="XFD1"><v>1</v></c></row>'],
  ['a cell far below', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'],
  [
    'many rows with one far cell',
    Array.from({ length: 19_000 }, (_, i) => `<row r="${i + 1}"><c r="JZ${i + 1}"><v>1</v></c></row>`).join(
      '',
    ),
  ],
])('%s is too many cells', (_, sheet) => {
  expect(refusal(anXlsx({ sheets: [sheet] }))).toEqual({ type: 'tooManyCells', sheet: 'Sheet1' })
})

test.each([
  ['a place that is none', '<row r="1"><c r="A0"><v>1</v></c></row>'],
  ['a row that is none', '<row r="-5"><c><v>1</v></c></row>'],
  ['a text that does not exist', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
  ['tags that do not match', '<row r="1"><c r="A1"></row></c>'],
  ['tags that do not end', '<row r="1"><c r="A1"><v>1'],
  ['tags without end', '<a>'.repeat(300_000)],
  ['a tag with no end', `<row r="${'1'.repeat(3 * mega)}`],
])('%s is damage', (_, sheet) => {
  // Not compressed, so that the ratio says nothing.
  expect(refusal(anXlsx({ sheets: [sheet] }, { level: 0 }))).toEqual({ type: 'damaged', part: sheetPath })
})

test('a file cut off anywhere is refused and a flipped bit never read as something else', () => {
  const bytes = anXlsx({ sheets: ['<row><c t="str"><v>đạt</v></c></row>'] })
  for (let length = 0; length < bytes.length; length += 7)
    expect(refusal(bytes.subarray(0, length))).not.toBe('read')
  const read = Array.from(bytes, (byte, at) => readWorkbook(bytes.with(at, byte ^ 4)))
  const workbooks = new Set(read.filter(one => one.ok).map(one => JSON.stringify(one)))
  expect([...workbooks]).toEqual([JSON.stringify(readWorkbook(bytes))])
})

test('an entry that is encrypted', () => {
  const bytes = zipSync(xlsxParts({}))
  const view = new DataView(bytes.buffer)
  const directoryAt = view.getUint32(bytes.length - 6, true)
  view.setUint16(directoryAt + 8, 1, true)
  expect(refusal(bytes)).toEqual({ type: 'encrypted' })
})

test('random bytes, also behind the signature of a zip', () => {
  const random = seededRandom(7)
  for (let round = 0; round < 200; round++) {
    const bytes = Uint8Array.from({ length: 2000 }, () => random.below(256))
    if (round % 2) bytes.set([0x50, 0x4b, 3, 4])
    expect(refusal(bytes)).not.toBe('read')
  }
})
