import type { Action } from '../people/role.ts'

/** `issued`: signed and with the commune. Returned: the reviewer wants amendments; approved: nothing more. */
export const reportStates = ['issued', 'returned', 'approved'] as const
export type ReportState = (typeof reportStates)[number]

export interface ReportMoveRule {
  readonly action: Action
  readonly onlyLead: boolean
  readonly needsReason: boolean
}

const review = { action: 'audit.review', onlyLead: false } as const

export const reportMoves: Readonly<Record<ReportState, Partial<Record<ReportState, ReportMoveRule>>>> = {
  issued: {
    returned: { ...review, needsReason: true },
    approved: { ...review, needsReason: false },
  },
  // The lead answers what was asked for, by amendments or in words.
  returned: { issued: { action: 'audit.work', onlyLead: true, needsReason: true } },
  approved: { returned: { ...review, needsReason: true } },
}

export const isReportState = (value: unknown): value is ReportState =>
  (reportStates as readonly unknown[]).includes(value)
