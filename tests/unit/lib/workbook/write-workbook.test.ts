import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../../src/lib/workbook/read-workbook.ts'
import type { Cell } from '../../../../src/lib/workbook/workbook.ts'
import { createWorkbookWriter } from '../../../../src/lib/workbook/workbook-writer.ts'
import { writeWorkbook } from '../../../../src/lib/workbook/write-workbook.ts'

const sheetXml = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)

const roundTrip = (...rows: Cell[][]) => {
  const workbook = readWorkbook(writeWorkbook({ sheets: [{ name: 'a', rows }] }))
  return workbook.ok ? workbook.value.sheets[0]?.rows : workbook.error
}

test('what is written is what is read, each in its place', () => {
  const sheets = [
    { name: 'survey', rows: [['type', 'tên'], [], ['văn bản', null, 5, true, '']] },
    { name: 'choices', rows: [] },
  ]
  expect(readWorkbook(writeWorkbook({ sheets }))).toEqual({ ok: true, value: { sheets } })
})

test('the same cells are the same bytes', () => {
  const workbook = { sheets: [{ name: 'a', rows: [['x', 1]] }] }
  expect(writeWorkbook(workbook)).toEqual(writeWorkbook(workbook))
})

test.each(['=1+1', '+84 205', '-', '@a', "'a", '\t=1'])('the text %j stays a text and no formula', text => {
  const bytes = writeWorkbook({ sheets: [{ name: 'a', rows: [[text]] }] })
  expect(sheetXml(bytes)).toContain('t="inlineStr"')
  expect(sheetXml(bytes)).not.toContain('<f')
  expect(roundTrip([text])).toEqual([[text]])
})

test.each(['a\r\nb', '\u0001', '_x0041_x0042_', '_x0041\u0001', '_x005F_', '<a>&amp;"]]>', '\ufffe'])(
  'the text %j comes back whole',
  text => expect(roundTrip([text])).toEqual([[text]]),
)

test('a text that Excel would call damage is cut', () => {
  const [[text] = []] = roundTrip(['x'.repeat(40_000)]) as string[][]
  expect(text).toHaveLength(32_767)
  expect(text?.at(-1)).toBe('…')
})

test('a number that is none is an error and not a text', () => {
  expect(roundTrip([Number.NaN, -1.5e300])).toEqual([['#NUM!', -1.5e300]])
})

test('the header is bold and frozen', () => {
  const xml = sheetXml(writeWorkbook({ sheets: [{ name: 'a', rows: [['x'], [1]] }] }))
  expect(xml).toContain('ySplit="1"')
  expect(xml).toContain('<c r="A1" s="1" t="inlineStr">')
  expect(xml).toContain('<c r="A2"><v>1</v></c>')
})

test('sheets get names that Excel accepts and no two have', () => {
  const writer = createWorkbookWriter({ onChunk: () => {} })
  const names = ['a/b:c', 'A_B_C', "'x'", '', 'History', 'đ'.repeat(40), 'đ'.repeat(40)]
  expect(names.map(name => writer.sheet(name, []))).toEqual([
    'a_b_c',
    'A_B_C (2)',
    'x',
    'Sheet',
    'History_',
    'đ'.repeat(31),
    `${'đ'.repeat(27)} (2)`,
  ])
})

test('a long export leaves as it grows', () => {
  let chunks = 0
  let bytes = 0
  let largest = 0
  const writer = createWorkbookWriter({
    onChunk: chunk => {
      chunks++
      bytes += chunk.length
      largest = Math.max(largest, chunk.length)
    },
  })
  writer.sheet('a', ['id', 'value'])
  for (let row = 0; row < 20_000; row++) writer.row([`row ${row}`, (row * 7919) % 1009])
  const before = bytes
  expect(before).toBeGreaterThan(100_000)
  writer.end()
  expect(chunks).toBeGreaterThan(10)
  expect(largest).toBeLessThan(200_000)
})

test('a row without a sheet and a workbook without one are faults of the caller', () => {
  const writer = createWorkbookWriter({ onChunk: () => {} })
  expect(() => writer.row([1])).toThrow('A row needs a sheet')
  expect(() => writer.end()).toThrow('A workbook needs a sheet')
})
