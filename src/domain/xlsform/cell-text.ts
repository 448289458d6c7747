import type { Cell } from '../../lib/workbook/workbook.ts'

const exact = /^\[\[(".*")\]\]$/su
/** What XML, and so an .xlsx, cannot hold or changes: control characters, lone surrogates. */
const fragile = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const everyFragile = new RegExp(fragile, 'gu')
const unescaped = /[\u007f-\u009f\ufffe\uffff]/gu

/**
 * What a cell says, trimmed; `undefined` when it is empty. Letters and their marks are put together (NFC), so that a
 * name typed on a Mac is the one typed elsewhere; control characters are left out, and where it `isTidied` spaces that
 * follow a space, as pyxform does in the survey sheet. `[["…"]]` holds a text to the letter, as JSON.
 */
export function cellToText(cell: Cell | undefined, isTidied = false): string | undefined {
  if (cell === null || cell === undefined) return undefined
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'number') return String(cell)
  const quoted = exact.exec(cell.trim())?.[1]
  const given = quoted === undefined ? undefined : parseText(quoted)
  const text = given ?? (isTidied ? tidy(cell).replace(/ +/gu, ' ') : tidy(cell))
  return text === '' && quoted === undefined ? undefined : text
}

/** Whether `cellToText` leaves out characters that nobody sees. Line ends of Windows are none. */
export const hasControls = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && fragile.test(withLineEnds(cell))

/** The cell that `cellToText` reads as this text: the text itself, or `[["…"]]` where reading would change it. */
export function textToCell(text: string): string {
  if (text !== '' && tidy(text) === text && !exact.test(text) && !text.includes('  ')) return text
  const json = JSON.stringify(text).replace(
    unescaped,
    found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `[[${json}]]`
}

const withLineEnds = (text: string): string => text.replace(/\r\n?/gu, '\n')

const tidy = (text: string): string => withLineEnds(text).replace(everyFragile, '').normalize('NFC').trim()

function parseText(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
