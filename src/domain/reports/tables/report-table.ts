import { isDay } from '../../../lib/calendar-day.ts'
import type { Cell } from '../../../lib/workbook/workbook.ts'
import type { LocalText } from '../../forms/form-version.ts'
import type { Unit } from '../../people/unit.ts'
import type { StepOwners } from '../../qms/steps.ts'
import type { PaperBlock } from '../papers/paper.ts'

/** A table as it leaves the app: a sheet of a workbook, a CSV, or a table on a paper. Days are `YYYY-MM-DD`. */
export interface ReportTable {
  readonly name: string
  readonly header: readonly string[]
  /** Parts of a paper's width, one for each column. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What tables need to say things in somebody's language. */
export interface TableNames {
  /** A text of `locales/<language>/tables.json` with its values put in. */
  readonly words: (key: string, values?: Readonly<Record<string, string | number>>) => string
  readonly text: (text: LocalText) => string
  readonly person: (id: string) => string
  /** Whose a step is where nobody is named. */
  readonly owners: (owners: StepOwners) => string
  readonly area: (id: string) => string
  readonly grade: (grade: string) => string
  readonly state: (of: 'audit' | 'document' | 'finding' | 'response', state: string) => string
}

export interface TableColumn<Row> {
  /** Its label is `column.<key>`. */
  readonly key: string
  readonly width: number
  readonly value: (row: Row, names: TableNames) => Cell
}

/** Rows under their labels; `name` is that of the sheet, `name.<name>`. */
export const makeTable = <Row>(
  name: string,
  columns: readonly TableColumn<Row>[],
  rows: Iterable<Row>,
  names: TableNames,
): ReportTable => ({
  name: names.words(`name.${name}`),
  header: columns.map(({ key }) => names.words(`column.${key}`)),
  widths: columns.map(({ width }) => width),
  rows: [...rows].map(row => columns.map(({ value }) => value(row, names))),
})

/** The commune of each row, and its district. */
export const unitColumns = <Row extends { readonly unit: Unit; readonly district?: Unit | undefined }>(
  withDistrict: boolean,
): readonly TableColumn<Row>[] => [
  { key: 'commune', width: 3, value: ({ unit }) => unit.fullName },
  ...(withDistrict
    ? [
        { key: 'code', width: 1, value: ({ unit }: Row) => unit.code },
        { key: 'district', width: 3, value: ({ district }: Row) => district?.fullName ?? null },
      ]
    : []),
]

/** The same table on a paper: days as people write them, empty cells as a dash. */
export const tableBlock = (
  { header, widths, rows }: ReportTable,
  date: (day: string) => string,
): Extract<PaperBlock, { type: 'table' }> => ({
  type: 'table',
  header,
  widths,
  rows: rows.map(row => row.map(cell => (cell === null ? '—' : isDay(cell) ? date(cell) : String(cell)))),
})
