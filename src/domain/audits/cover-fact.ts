import type { FormName } from '../responses/response.ts'
import { parseCheckKey } from './audit-fields.ts'
import type { AuditYear } from './audit-year.ts'
import type { Audit } from './audit.ts'
import { isWithin, listClauses, toOtherStandard, type Standard } from './clause.ts'

/** That clauses of an area of a commune were audited on a day, or are planned for a month. */
export interface CoverFact {
  readonly kind: 'audited' | 'planned'
  readonly unit: string
  readonly area: string
  readonly clauses: readonly string[]
  /** `YYYY-MM-DD`; planned by a year's programme: `YYYY-MM`. */
  readonly on: string
}

/** Clauses of a checklist's item; undefined when the checklist is not known here. */
export type ClausesOf = (checklist: FormName, item: string) => readonly string[] | undefined

/** Clauses that the correlation does not know by themselves come with those below them. */
function inStandard(
  wanted: Standard,
  { standard }: { readonly standard: Standard },
  clauses: readonly string[],
): readonly string[] {
  if (standard === wanted) return clauses
  const below = listClauses(standard)
    .map(({ id }) => id)
    .filter(id => clauses.some(above => isWithin(above, id)))
  return toOtherStandard(standard, [...clauses, ...below])
}

/** Programmed for a month: says nothing yet of a day or of who signed. Clauses come in the wanted edition. */
export const programmeFacts = (
  unit: string,
  year: number,
  programme: AuditYear,
  standard: Standard,
): readonly CoverFact[] =>
  programme.rows.map(({ area, clauses, month }) => ({
    kind: 'planned',
    unit,
    area,
    clauses: inStandard(standard, programme, clauses),
    on: `${year}-${String(month).padStart(2, '0')}`,
  }))

/**
 * What an audit covers. Only a signed one has audited anything, and of it only what somebody gave a verdict on: an item
 * left as "not checked" was planned in vain. Where the checklist is not known here, or nobody wrote checks, the
 * timetable has to do. A cancelled audit covers nothing. Clauses come in the wanted edition.
 */
export function auditFacts(
  unit: string,
  audit: Audit,
  clausesOf: ClausesOf,
  standard: Standard,
): readonly CoverFact[] {
  return listFacts(unit, audit, clausesOf).map(fact => ({
    ...fact,
    clauses: inStandard(standard, audit, fact.clauses),
  }))
}

function listFacts(unit: string, audit: Audit, clausesOf: ClausesOf): readonly CoverFact[] {
  const { state, timetable, checks, checklist } = audit
  if (state === 'cancelled') return []
  const byRows = (kind: CoverFact['kind']): readonly CoverFact[] =>
    timetable.map(({ area, clauses, day }) => ({ kind, unit, area, clauses, on: day }))
  if (state !== 'signed') return byRows('planned')
  if (checks.size === 0) return byRows('audited')
  const byArea = Map.groupBy(
    [...checks.values()].filter(({ verdict }) => verdict && verdict.value !== 'not_checked'),
    ({ key }) => parseCheckKey(key)?.area ?? '',
  )
  return [...byArea].flatMap(([area, own]) => {
    const rows = timetable.filter(row => row.area === area)
    const on = rows.at(-1)?.day ?? audit.to ?? audit.from
    if (on === undefined) return []
    const clauses = own.flatMap(({ key }) => {
      const item = parseCheckKey(key)?.item ?? ''
      return (checklist && clausesOf(checklist, item)) ?? rows.flatMap(row => row.clauses)
    })
    return [{ kind: 'audited' as const, unit, area, clauses: [...new Set(clauses)], on }]
  })
}
