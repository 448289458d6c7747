/** A row of a repeat, as a response keeps it: `parent` is the row around it, null at the outermost repeat. */
export interface RepeatRow {
  readonly id: string
  readonly parent: string | null
  /** The first row of a repeat within counted rows comes by itself, unless it was removed. */
  readonly isGone?: true
}

/** Rows by repeat id, in the order they are shown. */
export type RowsByRepeat = Readonly<Record<string, readonly RepeatRow[]>>

/** The key of a question in a row; outside repeats it is the question's id. */
export const keyInRow = (id: string, row: string): string => (row === '' ? id : `${id}@${row}`)

/** The question and the row of a key; the row is `''` outside repeats. */
export function splitKey(key: string): { readonly id: string; readonly row: string } {
  const at = key.indexOf('@')
  return at < 0 ? { id: key, row: '' } : { id: key.slice(0, at), row: key.slice(at + 1) }
}

/**
 * The id of a row that nobody added: the first one, or those that a count asks for. The same on every tablet, so that
 * two people who fill them offline fill the same row.
 */
export const countedRowId = (repeat: string, parent: string | null, number: number): string =>
  `${parent === null ? '' : `${parent}.`}${repeat}.${number}`

/** The row around, as the id of a first row tells it; null when there is none, or when people added the row. */
export function parentOfFirstRow(repeat: string, row: string): string | null {
  const ending = `.${countedRowId(repeat, null, 1)}`
  return row.endsWith(ending) ? row.slice(0, -ending.length) : null
}
