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
}

/** Old names that stand beside the new one in forms of Kobo's, which pyxform then passes over. */
const yields: ReadonlySet<string> = new Set(['id_string'])

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
  },
): SheetReading {
  const { problems } = options
  const headed = readColumns(sheet, columns, problems)
  const letters = new Map(
    headed
      .map(({ meaning, at, header }) => ['key' in meaning ? meaning.key : header, columnLetters(at)] as const)
      .toReversed(),
  )
  const rows: XlsformRow[] = []
  const filled = new Set<HeadedColumn>()
  for (const [at, cells] of sheet.rows.entries()) {
    if (at === 0) continue
    const rowCells = headed.flatMap(column => {
      const cell = cells[column.at]
      const text = cellToText(cell)
      if (hasControls(cell)) {
        const place = { sheet: sheet.name, row: at + 1, column: columnLetters(column.at) }
        problems.warnings.push({ code: 'controlCharacters', ...place })
      }
      if (text === undefined) return []
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
  for (const column of filled) warnOf(column, sheet.name, options)
  return {
    name: sheet.name,
    rows,
    languages: headed.flatMap(({ meaning }) =>
      meaning.type === 'known' && meaning.language ? [meaning.language] : [],
    ),
    has: key => headed.some(({ meaning }) => meaning.type === 'known' && meaning.key === key),
  }
}

function readColumns(
  sheet: Sheet,
  columns: Readonly<Record<string, XlsformColumn>>,
  problems: Problems,
): readonly HeadedColumn[] {
  const seen = new Map<string, HeadedColumn>()
  const cells: readonly Cell[] = sheet.rows[0] ?? []
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
        row: 1,
        column: columnLetters(goes.at),
        header: goes.header,
      })
    } else if (meaning.type !== 'silent')
      problems.errors.push({
        code: 'duplicateColumn',
        sheet: sheet.name,
        row: 1,
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
  sheet: string,
  options: { readonly problems: Problems; readonly keepsOthers?: boolean },
): void {
  const place = { sheet, row: 1, column: columnLetters(at), header }
  const { warnings } = options.problems
  if (meaning.type === 'media') warnings.push({ code: 'mediaNotShown', ...place })
  else if (meaning.type === 'unused') warnings.push({ code: 'columnNotUsed', ...place })
  else if (meaning.type === 'unknown' && options.keepsOthers !== true)
    warnings.push({ code: 'unknownColumn', ...place })
}
