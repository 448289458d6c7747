import type { Assignment } from '../people/assignment.ts'
import type { Directory } from '../people/directory.ts'
import { ownWorkAt, type OwnWork } from '../people/own-work.ts'
import { may, type Role } from '../people/role.ts'
import { isValidOn } from '../people/unit.ts'
import type { Audit } from './audit.ts'

/** Somebody for an audit team, and what speaks against them. */
export interface AuditorSuggestion {
  readonly person: string
  /** `ownWork`: all of the commune's work is theirs. `noRole`: they audit in the district, but not this commune. */
  readonly block: 'ownWork' | 'noRole' | undefined
  /** Areas that are their own work; they may audit the others. */
  readonly ownWork: OwnWork
  /** They work in another commune of the same district: a cross-audit. */
  readonly isNeighbour: boolean
  /** Audits of the month in whose team they are. */
  readonly audits: number
}

const auditing: readonly Role[] = may['audit.work']
const staff: readonly Role[] = ['communeOfficial', 'communeLeader']

/**
 * Whom to ask to audit a commune, the best first: who may and works nowhere in it, then who works in some of its areas,
 * then who may not, so that the reason is seen. Among equals people of neighbouring communes, then those with the fewest
 * audits that month (ISO 19011, 4 e: small organisations audit each other).
 * @param day `YYYY-MM-DD`, on which the audit begins
 */
export function suggestAuditors({
  directory,
  unit,
  day,
  audits,
}: {
  readonly directory: Directory
  readonly unit: string
  readonly day: string
  /** The others: without the audit that people are sought for. */
  readonly audits: Iterable<Audit>
}): readonly AuditorSuggestion[] {
  const { tree, people, assignmentsOf } = directory
  const above = new Set([unit, ...tree.ancestors(unit).map(({ id }) => id)])
  const district = tree.ancestors(unit).find(({ kind }) => kind === 'district')?.id
  const inDistrict = new Set(district === undefined ? [] : tree.subtree(district).map(({ id }) => id))
  const load = countAudits(audits, day.slice(0, 7))

  const holds = (held: Assignment, roles: readonly Role[], where: (id: string) => boolean): boolean =>
    roles.includes(held.role) && isValidOn(held, day) && where(held.unit)

  const suggestions = [...people.values()].flatMap(({ id, name }) => {
    const assignments = assignmentsOf(id)
    const mayAudit = assignments.some(held => holds(held, auditing, at => above.has(at)))
    if (!mayAudit && !assignments.some(held => holds(held, auditing, at => inDistrict.has(at)))) return []
    const ownWork = ownWorkAt(assignments, unit, day)
    const suggestion: AuditorSuggestion = {
      person: id,
      block: ownWork === 'all' ? 'ownWork' : mayAudit ? undefined : 'noRole',
      ownWork,
      isNeighbour: assignments.some(held => holds(held, staff, at => at !== unit && inDistrict.has(at))),
      audits: load.get(id) ?? 0,
    }
    return [{ suggestion, name }]
  })
  return suggestions
    .sort(
      (a, b) =>
        rankOf(a.suggestion) - rankOf(b.suggestion) ||
        Number(b.suggestion.isNeighbour) - Number(a.suggestion.isNeighbour) ||
        a.suggestion.audits - b.suggestion.audits ||
        a.name.localeCompare(b.name, 'vi'),
    )
    .map(({ suggestion }) => suggestion)
}

const rankOf = ({ block, ownWork }: AuditorSuggestion): number =>
  block ? 2 : ownWork === 'all' || ownWork.length > 0 ? 1 : 0

function countAudits(audits: Iterable<Audit>, month: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { state, from, to, team } of audits) {
    if (state === 'cancelled' || from === undefined) continue
    if (from.slice(0, 7) > month || (to ?? from).slice(0, 7) < month) continue
    for (const person of team.keys()) counts.set(person, (counts.get(person) ?? 0) + 1)
  }
  return counts
}
