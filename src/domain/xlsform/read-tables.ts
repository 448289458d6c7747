import type { Cell, Sheet } from '../../lib/workbook/workbook.ts'
import { cellToText } from './cell-text.ts'
import { parseCsv } from './parse-csv.ts'
import { tableName } from './table-options.ts'

type Rows = readonly (readonly string[])[]

/** The sheet of ours that carries a form's tables: name, number of the row from 1 (0: no row), cells. */
export const tablesSheet = 'iso_tables'

/** The tables of a form: CSV files that came along, and the sheet of ours. */
export function readTables(
  files: Readonly<Record<string, string>>,
  sheet: Sheet | undefined,
): ReadonlyMap<string, Rows> {
  const tables = new Map<string, Rows>()
  for (const [file, text] of Object.entries(files))
    if (/\.csv$/iu.test(file)) tables.set(tableName(file), parseCsv(text))
  const own = new Map<string, (readonly string[])[]>()
  for (const [nameCell, at, ...cells] of sheet?.rows.slice(1) ?? []) {
    const name = cellToText(nameCell)
    if (name === undefined) continue
    const rows = own.get(name) ?? []
    own.set(name, rows)
    if (Number(cellToText(at)) > 0) rows.push(trimEnd(cells).map(cell => cellToText(cell) ?? ''))
  }
  for (const [name, rows] of own) tables.set(name, rows)
  return tables
}

const trimEnd = (cells: readonly Cell[]): readonly Cell[] =>
  cells.slice(0, cells.findLastIndex(cell => cell !== null) + 1)
