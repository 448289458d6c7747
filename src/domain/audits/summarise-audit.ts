import type { Check } from './audit.ts'
import type { PlannedCheck } from './checklist.ts'
import { gapOf, type CheckGap } from './checklist.ts'
import { byClause } from './clause.ts'
import type { DraftFinding } from './draft-finding.ts'
import { missingOf } from './draft-finding.ts'
import { grades, type Grade } from './grade.ts'
import { verdicts, type Verdict } from './verdict.ts'

/** The worst verdict of a clause in an area, and how many checks it stands on. */
export interface MatrixCell {
  readonly clause: string
  readonly area: string
  readonly verdict: Verdict
  readonly checks: number
}

export interface AuditSummary {
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly grades: Readonly<Record<Grade, number>>
  /** Findings by clause, in the standard's order. */
  readonly byClause: readonly { readonly clause: string; readonly count: number }[]
  readonly matrix: readonly MatrixCell[]
  readonly clauses: readonly string[]
  readonly areas: readonly string[]
}

/** Worst first. */
const severity: readonly Verdict[] = ['major', 'minor', 'ofi', 'not_checked', 'conform', 'na']

/** What an audit came to, in figures: the closing meeting reads them, the report prints them. */
export function summariseAudit(given: {
  readonly checks: Iterable<{
    readonly clauses: readonly string[]
    readonly area: string
    readonly verdict: Verdict
  }>
  readonly findings: Iterable<{ readonly grade: Grade; readonly clauses: readonly string[] }>
}): AuditSummary {
  const byVerdict = Object.fromEntries(verdicts.map(one => [one, 0])) as Record<Verdict, number>
  const byGrade = Object.fromEntries(grades.map(one => [one, 0])) as Record<Grade, number>
  const cells = new Map<string, MatrixCell>()
  for (const { clauses, area, verdict } of given.checks) {
    byVerdict[verdict]++
    for (const clause of clauses) {
      const key = `${clause}@${area}`
      const known = cells.get(key)
      const isWorse = !known || severity.indexOf(verdict) < severity.indexOf(known.verdict)
      cells.set(key, {
        clause,
        area,
        verdict: isWorse ? verdict : known.verdict,
        checks: (known?.checks ?? 0) + 1,
      })
    }
  }
  const counts = new Map<string, number>()
  for (const { grade, clauses } of given.findings) {
    byGrade[grade]++
    for (const clause of clauses) counts.set(clause, (counts.get(clause) ?? 0) + 1)
  }
  const matrix = [...cells.values()]
  return {
    verdicts: byVerdict,
    grades: byGrade,
    byClause: [...counts].sort(([a], [b]) => byClause(a, b)).map(([clause, count]) => ({ clause, count })),
    matrix,
    clauses: [...new Set(matrix.map(({ clause }) => clause))].sort(byClause),
    areas: [...new Set(matrix.map(({ area }) => area))],
  }
}

/** What keeps an audit from being signed. */
export interface SigningGaps {
  readonly checks: readonly { readonly key: string; readonly gap: CheckGap }[]
  readonly findings: readonly string[]
  /** Members who have not said that their part is finished: their tablets may hold more. */
  readonly unfinished: readonly string[]
}

export function signingGaps(
  audit: {
    readonly checks: ReadonlyMap<string, Check>
    readonly findings: ReadonlyMap<string, DraftFinding>
    readonly team: ReadonlyMap<string, { readonly isLead: boolean }>
    readonly finished: ReadonlySet<string>
  },
  planned: readonly PlannedCheck[],
): SigningGaps {
  return {
    checks: planned.flatMap(({ key }) => {
      const gap = gapOf(audit.checks.get(key))
      return gap ? [{ key, gap }] : []
    }),
    findings: [...audit.findings.values()]
      .filter(finding => missingOf(finding).length > 0)
      .map(({ number }) => number),
    // The lead says it by signing.
    unfinished: [...audit.team].flatMap(([person, { isLead }]) =>
      isLead || audit.finished.has(person) ? [] : [person],
    ),
  }
}
