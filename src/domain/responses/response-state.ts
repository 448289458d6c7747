import type { Action } from '../people/role.ts'

export const responseStates = ['draft', 'sent', 'returned', 'approved'] as const
export type ResponseState = (typeof responseStates)[number]
export type MoveTarget = Exclude<ResponseState, 'draft'>

interface MoveRule {
  /** Who may make the move. */
  readonly action: Action
  readonly needsReason: boolean
  /** Nothing required may be missing, nothing invalid. */
  readonly needsCompleteness: boolean
}

/**
 * ```
 *  draft ──send──▶ sent ──approve──▶ approved
 *                 ▲    │                 │
 *               send  return           return (with a reason)
 *                 │    ▼                 │
 *                returned ◀──────────────┘
 * ```
 */
export const moves: Readonly<Record<ResponseState, Partial<Record<MoveTarget, MoveRule>>>> = {
  draft: { sent: { action: 'response.send', needsReason: false, needsCompleteness: true } },
  sent: {
    returned: { action: 'response.review', needsReason: true, needsCompleteness: false },
    approved: { action: 'response.review', needsReason: false, needsCompleteness: false },
  },
  returned: { sent: { action: 'response.send', needsReason: false, needsCompleteness: true } },
  approved: { returned: { action: 'response.review', needsReason: true, needsCompleteness: false } },
}

/** Answers, notes and photos may change only while the response is with the commune. */
export const isOpen = (state: ResponseState): boolean => state === 'draft' || state === 'returned'
