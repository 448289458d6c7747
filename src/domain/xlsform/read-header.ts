import { parseLanguage, type Language } from './languages.ts'
import type { XlsformColumn } from './xlsform-columns.ts'

/** A header understood. */
export type Header =
  | { readonly type: 'known'; readonly key: string; readonly language: Language | undefined }
  | {
      readonly type: 'media' | 'unused' | 'silent'
      readonly key: string
      readonly language: Language | undefined
    }
  | { readonly type: 'unknown' }

const prefixes = new Set(['bind', 'control', 'body', 'media'])

/**
 * Reads a header as pyxform does: upper and lower case alike, `_` or space, `bind::relevant` for `relevant`,
 * `label::English (en)` and, as of old, `label:English`.
 */
export function readHeader(header: string, columns: Readonly<Record<string, XlsformColumn>>): Header {
  const whole = find(header, columns)
  if (whole !== undefined) return toHeader(whole, undefined, columns)
  const parts = header.split(header.includes('::') ? /\s*::\s*/u : /\s*:\s*/u).filter(part => part !== '')
  if (parts.length > 1 && prefixes.has(foldHeader(parts[0] ?? ''))) parts.shift()
  if (foldHeader(parts[0] ?? '') === 'jr' && parts.length > 1) parts.splice(0, 2, `jr:${parts[1]}`)
  const [first = '', ...rest] = parts
  if (foldHeader(first) === 'instance')
    return { type: 'unused', key: foldHeader(header), language: undefined }
  const key = find(first, columns)
  if (key === undefined) return { type: 'unknown' }
  if (rest.length === 0) return toHeader(key, undefined, columns)
  return columns[key]?.translated === true
    ? toHeader(key, parseLanguage(rest.join('::')), columns)
    : { type: 'unknown' }
}

function toHeader(
  key: string,
  language: Language | undefined,
  columns: Readonly<Record<string, XlsformColumn>>,
): Header {
  return { type: columns[key]?.fate ?? 'known', key, language }
}

function find(header: string, columns: Readonly<Record<string, XlsformColumn>>): string | undefined {
  const key = foldHeader(header)
  if (Object.hasOwn(columns, key)) return key
  return Object.keys(columns).find(name => columns[name]?.aliases?.includes(key) === true)
}

const unseen = /[\u200b-\u200d\u2060\ufeff]/gu

/** Upper and lower case alike, `_` for any space, without signs that have no width, which pasting brings along. */
export const foldHeader = (header: string): string =>
  header
    .replace(unseen, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '_')
