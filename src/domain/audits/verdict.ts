import type { Grade } from './grade.ts'

/** What an auditor says of a checklist item in an area; the values of the list `audit_result` of checklists. */
export const verdicts = ['conform', 'ofi', 'minor', 'major', 'na', 'not_checked'] as const
export type Verdict = (typeof verdicts)[number]

export const isVerdict = (value: unknown): value is Verdict =>
  (verdicts as readonly unknown[]).includes(value)

export const isNonconformity = (verdict: Verdict): boolean => verdict === 'major' || verdict === 'minor'

/** The grade a finding of this verdict starts with; undefined where there is nothing to raise. */
export function gradeOf(verdict: Verdict | undefined): Grade | undefined {
  switch (verdict) {
    case 'major':
    case 'minor':
    case 'ofi':
      return verdict
    case 'conform':
      return 'strength'
    case 'na':
    case 'not_checked':
    case undefined:
      return undefined
  }
}
