import type { FormItem, FormVersion, Question } from '../../../../src/domain/forms/form-version.ts'
import { readXlsform, type XlsformOptions } from '../../../../src/domain/xlsform/read-xlsform.ts'
import type { Cell, Workbook } from '../../../../src/lib/workbook/workbook.ts'

/** A workbook from the text of its sheets: `|` between cells, the first line the header. */
export const aWorkbook = (sheets: Readonly<Record<string, string>>): Workbook => ({
  sheets: Object.entries(sheets).map(([name, text]) => ({ name, rows: toRows(text) })),
})

const toRows = (text: string): readonly (readonly Cell[])[] =>
  text
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim() || null))

/** Reads a survey sheet and, if given, its choices and settings. */
export const read = (
  survey: string,
  { choices, settings, options }: { choices?: string; settings?: string; options?: XlsformOptions } = {},
) =>
  readXlsform(
    aWorkbook({
      survey,
      ...(choices === undefined ? {} : { choices }),
      settings: settings ?? 'form_title|form_id|version\nForm|form|1',
    }),
    options,
  )

/** The form that a survey sheet gives; fails when it gives none. */
export function mustRead(...sheets: Parameters<typeof read>): FormVersion {
  const { form, errors } = read(...sheets)
  if (!form) throw new Error(JSON.stringify(errors))
  return form
}

/** Every question by name. */
export function questionsOf(form: FormVersion): Readonly<Record<string, Question>> {
  const visit = (items: readonly FormItem[]): readonly Question[] =>
    items.flatMap(item => ('items' in item ? visit(item.items) : [item]))
  return Object.fromEntries(
    form.sections
      .flatMap(({ items }) => visit(items))
      .map(question => [question.name ?? question.id, question]),
  )
}

/** Problems as `code@column row`. */
export const places = (
  problems: readonly { code: string; column?: string; row?: number }[],
): readonly string[] => problems.map(({ code, column = '', row = '' }) => `${code}@${column}${row}`)
