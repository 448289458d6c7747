import { describe, expect, test } from 'vitest'
import { compileForm } from '../../../../src/domain/forms/compile-form.ts'
import { createFormSession } from '../../../../src/domain/forms/form-session.ts'
import type { FormVersion } from '../../../../src/domain/forms/form-version.ts'
import { formToFields, fieldsToForm } from '../../../../src/domain/qms/published-form.ts'
import { readXlsform } from '../../../../src/domain/xlsform/read-xlsform.ts'
import { readWorkbook } from '../../../../src/lib/workbook/read-workbook.ts'
import type { Cell } from '../../../../src/lib/workbook/workbook.ts'
import { writeWorkbook } from '../../../../src/lib/workbook/write-workbook.ts'
import { places } from './a-workbook.ts'

const clock = { today: () => '2026-03-01' }

/** Through the bytes of an Excel file, as a tablet gets it. */
function importSheets(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>) {
  const settings = [
    ['form_title', 'form_id', 'version'],
    ['Phiếu', 'phieu', '1'],
  ]
  const written = writeWorkbook({
    sheets: Object.entries({ ...sheets, settings }).map(([name, rows]) => ({ name, rows })),
  })
  const workbook = readWorkbook(written)
  if (!workbook.ok) throw new Error(workbook.error.type)
  return readXlsform(workbook.value)
}

function mustImport(...sheets: Parameters<typeof importSheets>): FormVersion {
  const { form, errors } = importSheets(...sheets)
  if (!form) throw new Error(JSON.stringify(errors.slice(0, 3)))
  return form
}

function openSession(form: FormVersion) {
  const compiled = compileForm(form)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error[0]))
  return createFormSession(compiled.value, { answers: {}, files: {}, confirmed: {} }, clock)
}

const survey = (rows: number): readonly (readonly Cell[])[] => [
  ['type', 'name', 'label'],
  ...Array.from({ length: rows }, (_, at) => ['text', `q${at}`, `Câu ${at}`]),
]

describe('a form of 5,000 rows', () => {
  test('is imported, published in parts and opened', () => {
    const form = mustImport({ survey: survey(5_000) })
    const fields = formToFields(form)
    expect(fields.length).toBeLessThan(50)
    const published = fieldsToForm(fields)
    expect(published.ok && published.value).toEqual(form)
    expect(openSession(form).keys()).toHaveLength(5_000)
  }, 30_000)

  test('may not have one more: the row is named', () => {
    expect(places(importSheets({ survey: survey(5_001) }).errors)).toEqual(['tooManyRows@5002'])
  }, 30_000)
})

describe('a list of thousands of choices', () => {
  const choices = (count: number): readonly (readonly Cell[])[] => [
    ['list_name', 'name', 'label', 'xa'],
    ...Array.from({ length: count }, (_, at) => ['thon', `t${at}`, `Thôn ${at}`, `xa${at % 100}`]),
  ]

  test('10,000 are imported and offered', () => {
    const form = mustImport({
      survey: [
        ['type', 'name', 'label'],
        ['select_one thon', 'q', 'Thôn'],
      ],
      choices: choices(10_000),
    })
    expect(openSession(form).options('q')).toHaveLength(10_000)
  }, 30_000)

  test('20,001 are too many', () => {
    const sheets = {
      survey: [
        ['type', 'name', 'label'],
        ['select_one thon', 'q', 'Thôn'],
      ],
      choices: choices(20_001),
    }
    expect(places(importSheets(sheets).errors)).toEqual(['tooManyRows@20002'])
  }, 30_000)

  test('a cascade over 3,000 looks a choice up and not at each', () => {
    const form = mustImport({
      survey: [
        ['type', 'name', 'label', 'choice_filter'],
        ['text', 'xa', 'Xã', null],
        ['select_one thon', 'q', 'Thôn', 'xa = ${xa}'],
      ],
      choices: choices(3_000),
    })
    const session = openSession(form)
    expect(session.options('q')).toEqual([])
    const before = process.cpuUsage()
    for (let at = 0; at < 1_000; at++) session.setAnswer('xa', `xa${at % 100}`)
    const { user, system } = process.cpuUsage(before)
    // Evaluated at each of the 3,000 it takes seconds.
    expect((user + system) / 1_000).toBeLessThan(1_000)
    expect(session.options('q')).toHaveLength(30)
    expect(session.options('q')[0]).toMatchObject({ value: 't99' })
  }, 30_000)
})
