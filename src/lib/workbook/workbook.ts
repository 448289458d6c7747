/** The text of a workbook: no formats, formulas or colours. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
}

/**
 * `rows[i][j]` is row `i + 1`, column `columnLetters(j)` of the spreadsheet. Rows end at their last cell and the
 * sheet at its last row that has one.
 */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Formulas whose result is not in the file, counted from 0; left out where there are none. */
  readonly uncomputed?: readonly CellPlace[]
}

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** A date is a text: `2024-05-01`, `2024-05-01T08:30:00` or, without a day, `08:30:00`. An error is its text, `#N/A`. */
export type Cell = string | number | boolean | null
