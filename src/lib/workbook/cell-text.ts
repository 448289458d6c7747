import { encodeXmlText } from './xml-text.ts'

// Excel calls a file with a longer text damaged.
const maxLength = 32_767

const unwritable = '(?![\\t\\n])[\\p{Cc}\\ufffe\\uffff]'
const escapes = new RegExp(`${unwritable}|_(?=x[0-9A-Fa-f]{4}(?:_|${unwritable}))`, 'gu')

/**
 * A cell's text for XML. What XML cannot hold is written `_x000D_`, and a text that looks so by itself with its first
 * underscore as `_x005F_` (ST_Xstring, ECMA-376 part 1, 22.9.2.19). Text beyond Excel's 32,767 characters ends with `…`.
 */
export function encodeCellText(text: string): string {
  const short = text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text
  return encodeXmlText(
    short
      // Half a surrogate pair.
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(escapes, one => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  )
}

/** The text of a cell whose XML is already decoded. */
export const decodeCellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
