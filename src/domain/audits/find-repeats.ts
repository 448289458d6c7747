import { isWithin } from './clause.ts'
import { needsAction, type Grade } from './grade.ts'

/** What comparing asks of a finding issued earlier. */
export interface EarlierFinding {
  readonly thing: string
  readonly unit: string
  readonly audit: string
  readonly grade: Grade
  readonly clauses: readonly string[]
  readonly otherClauses: readonly string[]
  readonly raisedOn: string
}

/**
 * Earlier nonconformities of the same commune against the same clause, in another audit, newest first: a finding that
 * comes back has not been corrected at its cause.
 */
export function findRepeats(
  finding: { readonly unit: string; readonly audit: string; readonly clauses: readonly string[] },
  earlier: Iterable<EarlierFinding>,
): readonly EarlierFinding[] {
  return [...earlier]
    .filter(
      one =>
        one.unit === finding.unit &&
        one.audit !== finding.audit &&
        needsAction(one.grade) &&
        finding.clauses.some(id =>
          [...one.clauses, ...one.otherClauses].some(other => isWithin(id, other) || isWithin(other, id)),
        ),
    )
    .sort((a, b) => (a.raisedOn < b.raisedOn ? 1 : a.raisedOn > b.raisedOn ? -1 : 0))
}
