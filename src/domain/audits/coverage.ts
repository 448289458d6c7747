import { isWithin } from './clause.ts'
import type { CoverFact } from './cover-fact.ts'

/** `earlier`: audited, but in a year before, and nothing is planned; `never`: neither ever. */
export type CoverState = 'audited' | 'planned' | 'earlier' | 'never'

/** How far an area, or a clause in it, is covered as seen in a year. */
export interface Cover {
  readonly state: CoverState
  /** The latest day up to the end of the year. */
  readonly auditedOn: string | undefined
  /** Months of the year for which it is planned, 1 to 12, in their order. */
  readonly months: readonly number[]
}

/**
 * Folds facts of one commune. Without a clause any clause of the area counts; with one, it and those below it, and
 * those above it as well: who planned 8.2 planned 8.2.2.
 */
export function coverOf(
  facts: readonly CoverFact[],
  {
    year,
    area,
    clause,
  }: { readonly year: number; readonly area: string; readonly clause?: string | undefined },
): Cover {
  const meant = facts.filter(
    fact =>
      fact.area === area &&
      (clause === undefined || fact.clauses.some(id => isWithin(clause, id) || isWithin(id, clause))),
  )
  const until = `${year}-12-31`
  const auditedOn = meant
    .filter(({ kind, on }) => kind === 'audited' && on <= until)
    .map(({ on }) => on)
    .sort()
    .at(-1)
  const isOfYear = (on: string): boolean => on.startsWith(`${year}-`)
  const months = [
    ...new Set(
      meant
        .filter(({ kind, on }) => kind === 'planned' && isOfYear(on))
        .map(({ on }) => Number(on.slice(5, 7))),
    ),
  ].sort((a, b) => a - b)
  return { state: stateOf(auditedOn, months, isOfYear), auditedOn, months }
}

function stateOf(
  auditedOn: string | undefined,
  months: readonly number[],
  isOfYear: (on: string) => boolean,
): CoverState {
  if (auditedOn !== undefined && isOfYear(auditedOn)) return 'audited'
  if (months.length > 0) return 'planned'
  return auditedOn === undefined ? 'never' : 'earlier'
}
