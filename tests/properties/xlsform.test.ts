import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileForm } from '../../src/domain/forms/compile-form.ts'
import { parseFormVersion } from '../../src/domain/forms/parse-form-version.ts'
import { readXlsform } from '../../src/domain/xlsform/read-xlsform.ts'
import { writeXlsform } from '../../src/domain/xlsform/write-xlsform.ts'
import type { Cell, Workbook } from '../../src/lib/workbook/workbook.ts'
import { arbitraryForm } from '../support/arbitrary-form.ts'

test('every form version, written as an XLSForm and read again, is the same', () => {
  fc.assert(
    fc.property(arbitraryForm, form => {
      const parsed = parseFormVersion(form)
      fc.pre(parsed.ok && compileForm(parsed.value).ok)
      const reading = readXlsform(writeXlsform(parsed.value))
      expect(reading.errors).toEqual([])
      expect(reading.form).toEqual(parsed.value)
    }),
    { numRuns: 400 },
  )
})

const header = fc.constantFrom(
  'type', 'name', 'label', 'label::English (en)', 'relevant', 'constraint', 'calculation', 'default', 'required',
  'parameters', 'choice_filter', 'trigger', 'appearance', 'list_name', 'weight', 'evidence', 'iso', 'iso_type', 'iso_id', 'iso_page',
  'iso_lists', 'form_id', 'bind::', '::', ':', '__proto__', 'constructor',
) // prettier-ignore
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    'begin group', 'end group', 'begin repeat', 'end_repeat', 'select_one a', 'select_multiple a or_other', 'integer',
    'text', 'calculate', 'range', 'note', 'a', 'q1', '${q1}', '${__proto__}', '1 +', '__proto__', '{"type":"group"}',
    '{"items":[{}],"options":5,"id":[]}', '[["x"]]', '[[]]', '{"title":3}', 'select_one constructor', NaN, 1e300, true,
    'begin loop over a', 'end loop', 'select_one_external a', 'osm', "search('a', 'matches', 'b', ${q1})", '%(label)s',
    '${last-saved#q1}', '/a/q1 = 1', "instance('a')/root/item[1]/label", 'percentage', 'randomize=x seed=1',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
) // prettier-ignore
const grid = fc.record({
  name: fc.constantFrom(
    'survey',
    'choices',
    'external_choices',
    'settings',
    'iso_scoring',
    'iso_tables',
    'Survey',
    'x',
  ),
  rows: fc
    .tuple(fc.array(fc.oneof(header, cell)), fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }))
    .map(([head, body]) => [['type', 'name', 'label', ...head], ...body]),
})
const nonsense: fc.Arbitrary<Workbook> = fc.record({ sheets: fc.array(grid, { maxLength: 5 }) })
/** A good form with some cells overwritten. */
const damaged: fc.Arbitrary<Workbook> = fc
  .tuple(
    arbitraryForm,
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.oneof(header, cell)), { maxLength: 3 }),
  )
  .map(([form, changes]) => {
    const sheets = writeXlsform(form).sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map(row => [...row]),
    }))
    for (const [at, row, column, value] of changes) {
      const cells = sheets[at % sheets.length]?.rows
      const line = cells?.[row % cells.length]
      if (line) line[column % line.length] = value
    }
    return { sheets }
  })

test('no workbook makes the reader throw, and a form it gives has the shape of one', () => {
  let forms = 0
  fc.assert(
    fc.property(fc.oneof(nonsense, damaged), sheets => {
      const { form, errors } = readXlsform(sheets)
      expect(form === undefined).toBe(errors.length > 0)
      if (form) forms++
      const again = form && parseFormVersion(JSON.parse(JSON.stringify(form)))
      expect(again?.ok ?? true).toBe(true)
    }),
    { numRuns: 1_500 },
  )
  expect(forms).toBeGreaterThan(0)
})
