import { decodeCellText } from './cell-text.ts'
import { dateFromSerial } from './date-from-serial.ts'
import type { Cell } from './workbook.ts'

/** What the cells of all sheets refer to. */
export interface CellContext {
  readonly strings: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly is1904: boolean
}

/** A cell as written: its type and style (`t`, `s`), and its text, which for a formula is the value last worked out. */
export interface WrittenCell {
  readonly type: string
  readonly style: number
  readonly text: string
}

/** The value of a cell (ECMA-376 part 1, 18.18.11); undefined if it names a text that does not exist. */
export function cellValue({ type, style, text }: WrittenCell, context: CellContext): Cell | undefined {
  switch (type) {
    case 's':
      return text === '' ? null : context.strings[Number(text)]
    case 'str':
    case 'inlineStr':
      return decodeCellText(text)
    case 'b':
      return text === '' ? null : text === '1' || text === 'true'
    case 'd':
      return text === '' ? null : text.replace(/(?:\.\d+)?Z?$/u, '').replace(/T00:00:00$/u, '')
    case 'e':
      return text === '' ? null : text
    default:
      return numberValue(text.trim(), context.dateStyles.has(style), context.is1904)
  }
}

function numberValue(text: string, isDate: boolean, is1904: boolean): Cell {
  if (text === '') return null
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  return (isDate ? dateFromSerial(number, is1904) : undefined) ?? number
}
