import type { Finding } from '../audits/finding.ts'
import type { ReportContent } from '../audits/report-content.ts'
import type { Declaration } from './declaration.ts'
import type { Document } from './document.ts'
import type { ManagementReview } from './management-review.ts'
import type { Road } from './road.ts'
import type { TestResult } from './test-results.ts'
import type { Training } from './training.ts'

/** A training session that was held: a `training` thing with people in it, or an attendance form that was sent. */
export interface TrainingSession {
  readonly thing: string
  /** An id of `content/qms/training-topics.json`. */
  readonly subject: string
  readonly on: string
  /** Who was there: by their name on the list, and by key where the list has one (an id of the road's staff, or of a guest). */
  readonly present: readonly { readonly key: string | undefined; readonly name: string }[]
  readonly invited: number | undefined
}

/** What is known of one commune, in one place: everything that steps and gates are computed from. */
export interface QmsFacts {
  readonly road: Road
  readonly survey:
    { readonly thing: string; readonly state: string; readonly movedOn: string | undefined } | undefined
  /** Every training session of the app, planned ones too. */
  readonly trainings: ReadonlyMap<string, Training>
  /** Those that were held, and the sent attendance forms; oldest first. */
  readonly sessions: readonly TrainingSession[]
  /** Quizzes and awareness interviews that were sent and graded. */
  readonly quizzes: readonly TestResult[]
  readonly interviews: readonly TestResult[]
  readonly documents: ReadonlyMap<string, Document>
  /** Sent document reviews, newest last, with how many key points are open. */
  readonly documentReviews: readonly {
    readonly thing: string
    readonly on: string
    readonly openPoints: number
  }[]
  /** Signed audit reports, oldest first. */
  readonly reports: readonly {
    readonly thing: string
    readonly signedOn: string
    readonly content: ReportContent
  }[]
  readonly findings: ReadonlyMap<string, Finding>
  readonly reviews: ReadonlyMap<string, ManagementReview>
  readonly declarations: ReadonlyMap<string, Declaration>
  /** Percent on time, of the newest figures; undefined when there are none. */
  readonly onTimeRate: number | undefined
  /** Sent evaluations of the effect after three months. */
  readonly evaluations: readonly { readonly thing: string; readonly on: string }[]
  /** Clauses that the audit checklist asks about. */
  readonly auditableClauses: readonly string[]
}

/** What the province has set; percent and days. */
export interface QmsSettings {
  readonly attendanceRate: number
  readonly auditors: number
  readonly quizAverage: number
  readonly daysApplied: number
  readonly onTimeRate: number
}

export const defaultQmsSettings: QmsSettings = {
  attendanceRate: 90,
  auditors: 2,
  quizAverage: 70,
  daysApplied: 60,
  onTimeRate: 95,
}
