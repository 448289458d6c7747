import type { LocalText } from '../forms/form-version.ts'
import type { RowCell } from './xlsform-row.ts'

/** The cell of a column; none for `undefined`. */
export function cell(key: string, text: string | number | boolean | undefined): readonly RowCell[] {
  if (text === undefined) return []
  const written = typeof text === 'boolean' ? (text ? 'yes' : 'no') : String(text)
  return [{ key, letter: '', text: written }]
}

/** The cells of a text in its languages. One that must be there and says nothing needs none. */
export function localCells(
  key: string,
  text: LocalText | undefined,
  mustBeThere = false,
): readonly RowCell[] {
  const entries = Object.entries(text ?? {})
  if (mustBeThere && entries.length === 2 && entries.every(([, words]) => words === '')) return []
  return entries.map(([language, words]) => ({ key, language, letter: '', text: words }))
}
