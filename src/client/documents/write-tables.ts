import type { ReportTable } from '../../domain/reports/tables/report-table.ts'
import { csvByteOrderMark, csvLine } from '../../lib/workbook/csv-line.ts'
import { writeWorkbook } from '../../lib/workbook/write-workbook.ts'

export type TableFormat = 'xlsx' | 'csv'

/** The bytes of a workbook with a sheet for each table, or of a CSV of the first one. No text is ever a formula. */
export function writeTables(format: TableFormat, tables: readonly ReportTable[]): Uint8Array<ArrayBuffer> {
  if (format === 'xlsx')
    return writeWorkbook({
      sheets: tables.map(({ name, header, rows }) => ({ name, rows: [header, ...rows] })),
    })
  const [first] = tables
  const lines = first ? [first.header, ...first.rows].map(csvLine) : []
  return new TextEncoder().encode(csvByteOrderMark + lines.join(''))
}
