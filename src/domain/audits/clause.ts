import clauses2008 from '../../content/audits/clauses-2008.json' with { type: 'json' }
import clauses2015 from '../../content/audits/clauses-2015.json' with { type: 'json' }
import mapJson from '../../content/audits/clauses-2008-to-2015.json' with { type: 'json' }
import type { LocalText } from '../forms/form-version.ts'

/** Editions of TCVN ISO 9001. */
export const standards = ['2008', '2015'] as const
export type Standard = (typeof standards)[number]

/** A clause of the standard, by its number; titles only, never its text. */
export interface Clause {
  readonly id: string
  readonly title: LocalText
  /** It has no clauses below it: requirements stand here. */
  readonly isLeaf: boolean
}

const clausesOf: Readonly<Record<Standard, readonly Clause[]>> = { '2008': clauses2008, '2015': clauses2015 }

/** Has the shape of a clause's number, of whatever edition. */
export const isClauseId = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,2}(?:\.\d{1,2}){0,4}$/u.test(value)

/** In the standard's order. */
export const listClauses = (standard: Standard): readonly Clause[] => clausesOf[standard]

export const getClause = (standard: Standard, id: string): Clause | undefined =>
  clausesOf[standard].find(clause => clause.id === id)

export const isStandard = (value: unknown): value is Standard => value === '2008' || value === '2015'

const to2015: Readonly<Record<string, readonly string[]>> = mapJson

/**
 * The same requirements in the other edition, many to many, after the correlation matrix of ISO/TC 176/SC 2. Empty for
 * clauses that the matrix does not know.
 */
export function toOtherStandard(from: Standard, clauses: readonly string[]): readonly string[] {
  const found =
    from === '2008'
      ? clauses.flatMap(id => to2015[id] ?? [])
      : Object.keys(to2015).filter(id => to2015[id]?.some(other => clauses.includes(other)))
  return [...new Set(found)].sort(byClause)
}

/** `4.2.3` before `4.10`, number by number. */
export function byClause(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether `clause` is `above` or stands below it: 8.2 holds 8.2.2. */
export const isWithin = (above: string, clause: string): boolean =>
  clause === above || clause.startsWith(`${above}.`)
