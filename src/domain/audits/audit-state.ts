import type { Action } from '../people/role.ts'

export const auditStates = ['draft', 'planned', 'underway', 'signed', 'cancelled'] as const
export type AuditState = (typeof auditStates)[number]
export type AuditTarget = Exclude<AuditState, 'draft'> | 'draft'

/** Who makes a move: a role in the commune's unit, and within it a place in the audit team. */
export interface AuditMoveRule {
  readonly action: Action
  readonly team: 'anybody' | 'member' | 'lead'
  readonly needs: readonly AuditNeed[]
}

/** What has to be there before a move. */
export type AuditNeed = 'reason' | 'plan' | 'allChecked' | 'findingsWhole' | 'signature' | 'hash'

const plan = { action: 'audit.plan', team: 'anybody' } as const

/**
 * ```
 *  draft ──plan──▶ planned ──begin──▶ underway ──sign──▶ signed
 *    │ ▲             │  │                 │
 *    │ └─── change ──┘  │                 │
 *    └──────────────────┴──── cancel ─────┘ (with a reason) ─▶ cancelled
 * ```
 * Signing freezes the audit: the report and its findings go to the commune, later changes are amendments.
 */
export const auditMoves: Readonly<Record<AuditState, Partial<Record<AuditTarget, AuditMoveRule>>>> = {
  draft: {
    planned: { ...plan, needs: ['plan'] },
    cancelled: { ...plan, needs: ['reason'] },
  },
  planned: {
    draft: { ...plan, needs: [] },
    underway: { action: 'audit.work', team: 'member', needs: [] },
    cancelled: { ...plan, needs: ['reason'] },
  },
  underway: {
    // Two auditors at two tablets without a network both begin: the second beginning changes nothing.
    underway: { action: 'audit.work', team: 'member', needs: [] },
    signed: {
      action: 'audit.work',
      team: 'lead',
      needs: ['allChecked', 'findingsWhole', 'signature', 'hash'],
    },
    cancelled: { ...plan, needs: ['reason'] },
  },
  signed: {},
  cancelled: {},
}

/** Plan, team and timetable may still change; a settled plan is taken back to draft first. */
export const isPlanOpen = (state: AuditState): boolean => state === 'draft'

/** The timetable may also grow during the fieldwork: an area found to be missing is added there and then. */
export const isTimetableOpen = (state: AuditState): boolean => isPlanOpen(state) || state === 'underway'

export const isAuditTarget = (value: unknown): value is AuditTarget =>
  (auditStates as readonly unknown[]).includes(value)
