import gradesJson from '../../content/audits/grades.json' with { type: 'json' }
import type { LocalText } from '../forms/form-version.ts'

/** How grave a finding is (ISO 19011, 6.4.8, and the practice of Vietnamese consultants). */
export const grades = ['major', 'minor', 'ofi', 'strength'] as const
export type Grade = (typeof grades)[number]

export interface GradeWords {
  readonly id: Grade
  readonly label: LocalText
  readonly short: LocalText
  readonly definition: LocalText
}

export const gradeWords: readonly GradeWords[] = gradesJson as readonly GradeWords[]

export const isGrade = (value: unknown): value is Grade => (grades as readonly unknown[]).includes(value)

/** A nonconformity: the commune has to act on it. */
export const needsAction = (grade: Grade): boolean => grade === 'major' || grade === 'minor'

/** Days a commune has to act, unless the province's settings say otherwise. */
export const defaultDueDays: Readonly<Record<'major' | 'minor', number>> = { major: 15, minor: 30 }
