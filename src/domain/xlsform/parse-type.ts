import { xlsformTypes, type XlsformType } from './xlsform-types.ts'

/** The type cell of a row, understood. */
export type ParsedType =
  | { readonly row: 'begin' | 'end'; readonly kind: 'group' | 'repeat' }
  | {
      readonly row: 'question'
      readonly type: XlsformType
      /** List or file that follows the type. */
      readonly list?: string
      readonly orOther?: boolean
    }
  | { readonly row: 'unknown' }

const structure = /^(begin|end)[ _](group|repeat|lgroup|looped group)$/iu
const spellings: ReadonlyMap<string, XlsformType> = new Map(
  xlsformTypes.flatMap(type =>
    [type.name, ...(type.aliases ?? [])].map(name => [name.toLowerCase(), type] as const),
  ),
)
/** Longest first, so that `select one from` is not read as `select one` of a list named `from`. */
const withList = [...spellings].filter(([, type]) => type.takes).toSorted(([a], [b]) => b.length - a.length)

/** Reads `begin group`, `integer`, `select_one yes_no or_other`; case and the number of spaces do not matter. */
export function parseType(cell: string): ParsedType {
  const text = cell.trim().replace(/\s+/gu, ' ')
  const found = structure.exec(text)
  if (found)
    return {
      row: found[1]?.toLowerCase() === 'begin' ? 'begin' : 'end',
      kind: found[2]?.toLowerCase() === 'group' ? 'group' : 'repeat',
    }
  const lower = text.toLowerCase()
  const plain = spellings.get(lower)
  if (plain) return { row: 'question', type: plain }
  for (const [name, type] of withList) {
    if (!lower.startsWith(`${name} `)) continue
    const rest = /^(\S+)( or_other| or other| or specify other)?$/iu.exec(text.slice(name.length + 1))
    if (!rest?.[1]) continue
    return { row: 'question', type, list: rest[1], ...(rest[2] === undefined ? {} : { orOther: true }) }
  }
  return { row: 'unknown' }
}
