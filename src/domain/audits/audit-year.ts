import { isTexts, type JsonValue } from '../../lib/json-value.ts'
import { byArea, isArea } from './area.ts'
import { isStandard, type Standard } from './clause.ts'
import type { StoredField } from './stored-field.ts'

/** A commune's audit programme of one year: a thing of the feed `<commune>/audit`. */
export const auditYearType = 'auditYear'

export const auditYearThing = (year: number, unit: string): string => `auditYear.${year}.${unit}`

export function parseAuditYearThing(
  thing: string,
): { readonly year: number; readonly unit: string } | undefined {
  const groups = /^auditYear\.(?<year>\d{4})\.(?<unit>.+)$/u.exec(thing)?.groups
  return groups && { year: Number(groups['year']), unit: groups['unit'] ?? '' }
}

export const yearTexts = ['purpose', 'scope', 'criteria', 'resources', 'note'] as const
export type YearText = (typeof yearTexts)[number]

export const auditYearFields = {
  /** Of the clauses in its rows. */
  standard: 'standard',
  text: (name: YearText) => `text/${name}`,
  row: (id: string) => `rows/${id}`,
} as const

/** A line of the programme: an area, its clauses, the month, and who is meant to audit. */
export interface YearRow {
  readonly id: string
  readonly area: string
  readonly clauses: readonly string[]
  /** 1 to 12 */
  readonly month: number
  readonly auditors: readonly string[]
}

export interface AuditYear {
  readonly standard: Standard
  readonly texts: Readonly<Partial<Record<YearText, string>>>
  readonly rows: readonly YearRow[]
}

export function readAuditYear(entries: Iterable<Pick<StoredField, 'field' | 'value'>>): AuditYear {
  const texts: Partial<Record<YearText, string>> = {}
  const rows: YearRow[] = []
  let standard: Standard = '2008'
  for (const { field, value } of entries) {
    if (field === auditYearFields.standard && isStandard(value)) standard = value
    const [prefix, name = ''] = field.split('/')
    const text = prefix === 'text' ? yearTexts.find(known => known === name) : undefined
    if (text && typeof value === 'string') texts[text] = value
    const row = prefix === 'rows' ? readYearRow(name, value) : undefined
    if (row) rows.push(row)
  }
  return {
    standard,
    texts,
    rows: rows.sort((a, b) => a.month - b.month || byArea(a.area, b.area) || (a.id < b.id ? -1 : 1)),
  }
}

export function readYearRow(id: string, value: JsonValue): YearRow | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { area, clauses, month, auditors } = value as Record<string, JsonValue>
  if (!isArea(area) || !isTexts(clauses) || !isTexts(auditors)) return undefined
  if (typeof month !== 'number' || !Number.isInteger(month) || month < 1 || month > 12) return undefined
  return { id, area, clauses, month, auditors }
}

/** Why a field of a year's programme may not be set to a value; undefined when it may. */
export function refuseAuditYearChange(
  field: string,
  value: JsonValue,
  mayPlan: boolean,
): 'notYourRole' | 'unknownField' | 'badValue' | undefined {
  if (!mayPlan) return 'notYourRole'
  if (field === auditYearFields.standard) return isStandard(value) ? undefined : 'badValue'
  const [prefix, name = '', more] = field.split('/')
  if (name === '' || more !== undefined) return 'unknownField'
  if (prefix === 'text' && yearTexts.some(known => known === name))
    return value === null || (typeof value === 'string' && value.length <= 20_000) ? undefined : 'badValue'
  if (prefix !== 'rows') return 'unknownField'
  return value === null || readYearRow(name, value) ? undefined : 'badValue'
}
