import type { Cell, Sheet } from '../../lib/workbook/workbook.ts'
import { cellToText, hasControls } from './cell-text.ts'
import { columnLetters } from '../../lib/workbook/column-letters.ts'
import type { Language } from './languages.ts'
import type { Problems } from './problems.ts'
import { foldHeader, readHeader, type Header } from './read-header.ts'
import type { XlsformColumn } from './xlsform-columns.ts'
import { createRow, type RowCell, type XlsformRow } from './xlsform-row.ts'

/** A sheet with its header understood. */
export interface SheetReading {
  readonly name: string
  /** Those with content. */
  readonly rows: readonly XlsformRow[]
  readonly languages: readonly Language[]
  readonly has: (column: string) => boolean
  /** As Excel counts. */
  readonly headerRow: number
}

/** Old names that stand beside the new one in forms of Kobo's, which pyxform then passes over. */
const yields: ReadonlySet<string> = new Set(['id_string'])

/** What Excel shows where a formula came to nothing. */
const failedFormula = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/u

interface HeadedColumn {
  readonly header: string
  readonly at: number
  readonly meaning: Header
  readonly id: string
}

/** Reads the header and the rows below it. Unknown columns are kept where `keepsOthers`, else warned of. */
export function readSheet(
  sheet: Sheet,
  columns: Readonly<Record<string, XlsformColumn>>,
  options: {
    readonly problems: Problems
    readonly defaultLanguage?: string | undefined
    readonly maxRows: number
    readonly keepsOthers?: boolean
    /** Several spaces count as one. */
    readonly isTidied?: boolean
  },
): SheetReading {
  const { problems } = options
  const head = findHeader(sheet)
  const headed = readColumns(sheet, head, columns, problems)
  const letters = new Map(
    headed
      .map(({ meaning, at, header }) => ['key' in meaning ? meaning.key : header, columnLetters(at)] as const)
      .toReversed(),
  )
  const rows: XlsformRow[] = []
  const filled = new Set<HeadedColumn>()
  for (const [at, cells] of sheet.rows.entries()) {
    if (at <= head) continue
    const rowCells = headed.flatMap(column => {
      const cell = cells[column.at]
      const text = cellToText(cell, options.isTidied)
      if (hasControls(cell)) {
        const place = { sheet: sheet.name, row: at + 1, column: columnLetters(column.at) }
        problems.warnings.push({ code: 'controlCharacters', ...place })
      }
      if (text === undefined) return []
      if (failedFormula.test(text) && column.meaning.type === 'known') {
        const place = { sheet: sheet.name, row: at + 1, column: columnLetters(column.at) }
        problems.warnings.push({ code: 'formulaFailed', ...place, text })
      }
      filled.add(column)
      return [toRowCell(column, text)]
    })
    if (rowCells.length === 0) continue
    if (rows.length === options.maxRows) {
      problems.errors.push({ code: 'tooManyRows', sheet: sheet.name, row: at + 1, limit: options.maxRows })
      break
    }
    rows.push(createRow(rowCells, { sheet: sheet.name, row: at + 1, letters }, options.defaultLanguage))
  }
  for (const column of filled) warnOf(column, { sheet: sheet.name, row: head + 1 }, options)
  for (const { row, column } of sheet.uncomputed ?? [])
    if (row >= head && headed.some(({ at, meaning }) => at === column && meaning.type === 'known'))
      problems.errors.push({
        code: 'formulaNotComputed',
        sheet: sheet.name,
        row: row + 1,
        column: columnLetters(column),
      })
  return {
    name: sheet.name,
    rows,
    languages: headed.flatMap(({ meaning }) =>
      meaning.type === 'known' && meaning.language ? [meaning.language] : [],
    ),
    has: key => headed.some(({ meaning }) => meaning.type === 'known' && meaning.key === key),
    headerRow: head + 1,
  }
}

/** The header is the first row with anything in it. */
const findHeader = ({ rows }: Sheet): number =>
  Math.max(
    0,
    rows.findIndex(cells => cells.some(cell => cellToText(cell) !== undefined)),
  )

/** The row, as Excel counts, of a header that stands below something else, such as a title over the table. */
export function findLowHeader(
  sheet: Sheet,
  columns: Readonly<Record<string, XlsformColumn>>,
  needed: readonly string[],
): number | undefined {
  const isHeader = (cells: readonly Cell[] = []): boolean => {
    const keys = cells.map(cell => readHeader(cellToText(cell) ?? '', columns))
    return needed.every(key => keys.some(found => found.type === 'known' && found.key === key))
  }
  const head = findHeader(sheet)
  if (isHeader(sheet.rows[head])) return undefined
  const at = sheet.rows.slice(head + 1, head + 20).findIndex(isHeader)
  return at < 0 ? undefined : head + at + 2
}

function readColumns(
  sheet: Sheet,
  head: number,
  columns: Readonly<Record<string, XlsformColumn>>,
  problems: Problems,
): readonly HeadedColumn[] {
  const seen = new Map<string, HeadedColumn>()
  const cells: readonly Cell[] = sheet.rows[head] ?? []
  cells.forEach((cell, at) => {
    const header = cellToText(cell)
    if (header === undefined || header === '') return
    const meaning = readHeader(header, columns)
    const id = 'key' in meaning ? `${meaning.key}::${meaning.language?.code ?? ''}` : `::${header}`
    const other = seen.get(id)
    if (!other) seen.set(id, { header, at, meaning, id })
    else if (yields.has(foldHeader(other.header)) !== yields.has(foldHeader(header))) {
      const [stays, goes] = yields.has(foldHeader(header)) ? [other, { header, at }] : [{ header, at }, other]
      seen.set(id, { ...stays, meaning, id })
      problems.warnings.push({
        code: 'columnNotUsed',
        sheet: sheet.name,
        row: head + 1,
        column: columnLetters(goes.at),
        header: goes.header,
      })
    } else if (meaning.type !== 'silent')
      problems.errors.push({
        code: 'duplicateColumn',
        sheet: sheet.name,
        row: head + 1,
        column: columnLetters(at),
        header,
        other: columnLetters(other.at),
      })
  })
  return [...seen.values()]
}

function toRowCell({ meaning, at, header }: HeadedColumn, text: string): RowCell {
  const letter = columnLetters(at)
  return 'key' in meaning
    ? { key: meaning.key, language: meaning.language?.code, letter, text }
    : { key: header, isOther: true, letter, text }
}

function warnOf(
  { header, at, meaning }: HeadedColumn,
  head: { readonly sheet: string; readonly row: number },
  options: { readonly problems: Problems; readonly keepsOthers?: boolean },
): void {
  const place = { ...head, column: columnLetters(at), header }
  const { warnings } = options.problems
  if (meaning.type === 'media') warnings.push({ code: 'mediaNotShown', ...place })
  else if (meaning.type === 'unused') warnings.push({ code: 'columnNotUsed', ...place })
  else if (meaning.type === 'unknown' && options.keepsOthers !== true)
    warnings.push({ code: 'unknownColumn', ...place })
}
