import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../../src/lib/workbook/read-workbook.ts'
import { writeWorkbook } from '../../../src/lib/workbook/write-workbook.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const cell = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => (number === 0 ? 0 : number)),
  fc.integer(),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('_', 'x', '0', '5', 'F', '\r', '\n', '\u0001', ' ', '&', ';', '<', 'ạ', '='),
  }),
)
/** Rows end at their last cell, sheets at their last row. */
function trimEnd<T>(list: readonly T[], isEmpty: (item: T) => boolean): readonly T[] {
  const last = list.findLastIndex(item => !isEmpty(item))
  return list.slice(0, last + 1)
}
const row = fc.array(cell, { maxLength: 8 }).map(cells => trimEnd(cells, one => one === null))
const rows = fc.array(row, { maxLength: 8 }).map(all => trimEnd(all, one => one.length === 0))
const name = fc.string({
  unit: fc.constantFrom('a', 'b', 'Đ', ' ', '&', '<', '"', '😀'),
  minLength: 1,
  maxLength: 10,
})

const workbook = fc
  .uniqueArray(
    name.map(text => text.trim()).filter(text => text !== ''),
    { minLength: 1, maxLength: 4, selector: text => text.toLowerCase() },
  )
  .chain(names => fc.tuple(...names.map(one => fc.record({ name: fc.constant(one), rows }))))
  .map(sheets => ({ sheets }))

test(`what is written is what is read (SEED=${seed})`, () => {
  fc.assert(
    fc.property(workbook, one => {
      expect(readWorkbook(writeWorkbook(one))).toEqual({ ok: true, value: one })
    }),
    { seed, numRuns: 300 },
  )
})

test(`bytes changed anywhere give a workbook or a problem, never a throw (SEED=${seed})`, () => {
  const sound = writeWorkbook({
    sheets: [
      {
        name: 'survey',
        rows: [
          ['type', 'name'],
          ['text', 1],
        ],
      },
    ],
  })
  const change = fc.tuple(fc.nat({ max: sound.length - 1 }), fc.nat({ max: 255 }))
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), changes => {
      const bytes = sound.slice()
      for (const [at, value] of changes) bytes[at] = value
      expect(typeof readWorkbook(bytes).ok).toBe('boolean')
    }),
    { seed, numRuns: 2000 },
  )
})
