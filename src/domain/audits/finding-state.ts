import type { Action } from '../people/role.ts'

/** `noted` is where recommendations and strengths stay: nothing has to be done about them. */
export const findingStates = [
  'noted',
  'raised',
  'disputed',
  'accepted',
  'planned',
  'planApproved',
  'done',
  'verified',
  'closed',
  'reopened',
  'cancelled',
] as const
export type FindingState = (typeof findingStates)[number]
export type FindingTarget = Exclude<FindingState, 'noted'>

/** What has to be there before a move; each is a field of the finding, or goes with the move. */
export const findingNeeds = [
  'reason',
  'signature',
  'correction',
  'cause',
  'action',
  'owner',
  'dueOn',
  'doneOn',
  'doneEvidence',
  'verifyNote',
  'effectiveness',
  'noEffect',
] as const
export type FindingNeed = (typeof findingNeeds)[number]

export interface FindingMoveRule {
  readonly action: Action
  /** Within the role: only who raised it as lead auditor, or who owns the action once somebody does. */
  readonly only?: 'lead' | 'owner'
  readonly needs: readonly FindingNeed[]
}

const accept = { action: 'finding.accept' } as const
const act = { action: 'finding.act', only: 'owner' } as const
const approve = { action: 'finding.approve' } as const
const verify = { action: 'finding.verify' } as const
const lead = { action: 'finding.verify', only: 'lead' } as const
const plan = ['correction', 'cause', 'action', 'owner', 'dueOn'] as const

/**
 * From state to state, and who may make the move; several rules mean any of them (`findings_and_forms.json`).
 * ```
 *  raised ─▶ accepted ─▶ planned ─▶ planApproved ─▶ done ─▶ verified ─▶ closed
 *   ▲ │         ▲           │            ▲           │         │          │
 *   │ ▼         │           └─ sent back ┘◀─ not yet ┘   no    │          ▼
 *  disputed ────┘                                      effect └─▶ planned ◀─ reopened
 *     └─▶ cancelled
 * ```
 * What a way back leads to is done anew: words and evidence of the round before do not count (`finding-rounds.ts`).
 */
export const findingMoves: Readonly<
  Record<FindingState, Partial<Record<FindingTarget, readonly FindingMoveRule[]>>>
> = {
  noted: {},
  raised: {
    accepted: [{ ...accept, needs: ['signature'] }],
    disputed: [{ ...accept, needs: ['reason'] }],
  },
  disputed: {
    raised: [{ ...lead, needs: ['reason'] }],
    cancelled: [{ ...lead, needs: ['reason'] }],
    accepted: [{ ...accept, needs: ['signature'] }],
  },
  accepted: { planned: [{ ...act, needs: plan }] },
  planned: {
    planApproved: [{ ...approve, needs: [] }],
    accepted: [{ ...approve, needs: ['reason'] }],
  },
  planApproved: { done: [{ ...act, needs: ['doneOn', 'doneEvidence'] }] },
  done: {
    verified: [{ ...verify, needs: ['verifyNote'] }],
    planApproved: [{ ...verify, needs: ['reason'] }],
  },
  verified: {
    closed: [
      { ...approve, needs: ['effectiveness', 'signature'] },
      { ...lead, needs: ['effectiveness', 'signature'] },
    ],
    // Checked and found to be without effect: the owner plans anew.
    planned: [{ ...act, needs: ['noEffect', ...plan] }],
  },
  closed: { reopened: [{ action: 'finding.reopen', needs: ['reason'] }] },
  reopened: { planned: [{ ...act, needs: plan }] },
  cancelled: {},
}

/** Ways back: each begins a new round. */
export const isWayBack = (from: FindingState, to: FindingState): boolean =>
  (from === 'planned' && to === 'accepted') ||
  (from === 'done' && to === 'planApproved') ||
  (from === 'verified' && to === 'planned') ||
  to === 'reopened'

export const isFindingTarget = (value: unknown): value is FindingTarget =>
  value !== 'noted' && (findingStates as readonly unknown[]).includes(value)

/** Nothing more is to be done. */
export const isSettled = (state: FindingState): boolean =>
  state === 'noted' || state === 'closed' || state === 'cancelled'

/**
 * Whether the commune has the next step, or the auditors.
 * @param hasNoEffect the check of the effect has found none
 */
export const waitsFor = (state: FindingState, hasNoEffect = false): 'commune' | 'auditor' | 'nobody' => {
  if (state === 'verified' && hasNoEffect) return 'commune'
  switch (state) {
    case 'raised':
    case 'accepted':
    case 'planned':
    case 'planApproved':
    case 'reopened':
      return 'commune'
    case 'disputed':
    case 'done':
    case 'verified':
      return 'auditor'
    case 'noted':
    case 'closed':
    case 'cancelled':
      return 'nobody'
  }
}
