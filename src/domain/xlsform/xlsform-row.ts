import type { LocalText } from '../forms/form-version.ts'
import { completeText } from './complete-text.ts'
import type { XlsformPlace } from './xlsform-problem.ts'

/** A row of a sheet, its cells by column. */
export interface XlsformRow {
  /** As Excel counts, from 1. */
  readonly row: number
  /** Trimmed; empty when the cell is empty or the column is not there. */
  readonly text: (column: string) => string
  /** A cell that holds an empty text on purpose is there. */
  readonly has: (column: string) => boolean
  /** The text in all its languages; `undefined` when no cell has it. */
  readonly local: (column: string) => LocalText | undefined
  /** Cells of columns that the convention does not know, by header. */
  readonly others: () => Readonly<Record<string, string>>
  readonly place: (column?: string) => XlsformPlace
  readonly isEmpty: boolean
}

/** A cell's column, language and text. */
export interface RowCell {
  readonly key: string
  /** Code; `undefined` where the header names none. */
  readonly language?: string | undefined
  readonly isOther?: boolean
  readonly letter: string
  readonly text: string
}

/** Puts cells together to a row. `letters` are the columns of the sheet. */
export function createRow(
  cells: readonly RowCell[],
  at: { readonly sheet: string; readonly row: number; readonly letters: ReadonlyMap<string, string> },
  defaultLanguage: string | undefined,
): XlsformRow {
  const own = cells.filter(cell => cell.isOther !== true)
  const find = (column: string): RowCell | undefined => own.find(cell => cell.key === column)
  return {
    row: at.row,
    text: column => find(column)?.text ?? '',
    has: column => find(column) !== undefined,
    local(column) {
      const texts = own.filter(cell => cell.key === column)
      return texts.length === 0 ? undefined : completeText(texts, defaultLanguage)
    },
    others: () =>
      Object.fromEntries(cells.filter(cell => cell.isOther === true).map(({ key, text }) => [key, text])),
    place(column) {
      const letter = column === undefined ? undefined : (find(column)?.letter ?? at.letters.get(column))
      return { sheet: at.sheet, row: at.row, ...(letter === undefined ? {} : { column: letter }) }
    },
    isEmpty: cells.every(cell => cell.text === ''),
  }
}
