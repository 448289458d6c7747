import { parsePatch } from './patch.ts'
import type { Draft } from './draft.ts'
import { readExpressionCell, type FoundExpression } from './expression-cell.ts'
import type { Problems } from './problems.ts'
import type { XlsformProblem } from './xlsform-problem.ts'
import type { XlsformRow } from './xlsform-row.ts'

/** Reads cells of one row as what they should be, and reports those that are not. */
export interface RowReader {
  readonly row: XlsformRow
  readonly problems: Problems
  readonly text: (column: string) => string | undefined
  readonly number: (column: string) => number | undefined
  /** yes, true, true(), no … */
  readonly flag: (column: string) => boolean | undefined
  readonly flagOrExpression: (column: string) => boolean | string | undefined
  readonly expression: (column: string) => string | undefined
  readonly words: (column: string, separator: RegExp) => readonly string[] | undefined
  readonly oneOf: <T extends string>(column: string, values: readonly T[]) => T | undefined
  /** The JSON of column `iso`: what no other column can say. */
  readonly patch: () => Draft
  readonly refuse: (column: string, expected: string) => undefined
  /** Tells of a value that pyxform refuses and that does no harm here. */
  readonly doubt: (column: string, expected: string) => void
}

const flags: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  'true()': true,
  no: false,
  false: false,
  'false()': false,
}

/** Warns of cells that say nothing in such a row, unless they say "no". */
export function warnOfIdle({ row, problems }: RowReader, columns: readonly string[]): void {
  for (const header of columns)
    if (row.text(header) !== '' && !isNo(row.text(header)))
      problems.warnings.push({ code: 'cellNotUsed', ...row.place(header), header })
}

export const isNo = (text: string | undefined): boolean => flags[text?.toLowerCase() ?? ''] === false

export function createRowReader(row: XlsformRow, found: FoundExpression[], problems: Problems): RowReader {
  const text = (column: string): string | undefined => (row.has(column) ? row.text(column) : undefined)
  const filled = (column: string): string | undefined => row.text(column) || undefined
  const badValue = (column: string, expected: string): XlsformProblem => ({
    code: 'badValue',
    ...row.place(column),
    value: row.text(column),
    expected,
  })
  const refuse = (column: string, expected: string): undefined => {
    problems.errors.push(badValue(column, expected))
  }
  const expression = (column: string): string | undefined => {
    const source = filled(column)
    if (source === undefined) return undefined
    // Excel makes a truth value of "false"; pyxform takes "no" as well.
    const flag = column === 'choice_filter' ? undefined : flags[source.toLowerCase()]
    const text = flag === undefined ? source : flag ? 'true()' : 'false()'
    return readExpressionCell(text, row.place(column), found, problems)
  }
  return {
    row,
    problems,
    text,
    refuse,
    doubt: (column, expected) => problems.warnings.push(badValue(column, expected)),
    expression,
    number(column) {
      const source = filled(column)
      if (source === undefined) return undefined
      const value = Number(source)
      return Number.isFinite(value) ? value : refuse(column, '0.5')
    },
    flag(column) {
      const source = filled(column)
      if (source === undefined) return undefined
      return flags[source.toLowerCase()] ?? refuse(column, 'yes, no')
    },
    flagOrExpression(column) {
      const source = filled(column)
      return source === undefined ? undefined : (flags[source.toLowerCase()] ?? expression(column))
    },
    words(column, separator) {
      const words = filled(column)
        ?.split(separator)
        .map(word => word.trim())
        .filter(word => word !== '')
      return words && words.length > 0 ? words : undefined
    },
    oneOf(column, values) {
      const source = filled(column)
      if (source === undefined) return undefined
      return values.find(value => value === source) ?? refuse(column, values.join(', '))
    },
    patch() {
      const source = filled('iso')
      return source === undefined ? {} : (parsePatch(source) ?? refuse('iso', '{…}') ?? {})
    },
  }
}
