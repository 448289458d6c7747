import { isDay } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { Action } from '../people/role.ts'
import { readEvidenceFile } from '../responses/evidence-file.ts'
import { isSha256 } from '../responses/photo.ts'
import { longestText, readCommentText } from '../responses/response.ts'
import { readAmendment } from './amendment.ts'
import { parseFindingField, type ActionPart, type FindingSlot } from './finding-fields.ts'
import { readRequest } from './finding-request.ts'
import { roundOfPart, roundOfSlot } from './finding-rounds.ts'
import { findingMoves, type FindingMoveRule, type FindingNeed, type FindingState } from './finding-state.ts'
import { readFindingMove, type Finding, type FindingMove } from './finding.ts'
import type { AuditRefusal } from './refuse-audit-change.ts'

export type FindingRefusal = Exclude<AuditRefusal, 'notIndependent'>

export interface FindingGiven {
  /** The finding as it is before the change. */
  readonly finding: Finding
  readonly person: string
  readonly mayDo: (action: Action) => boolean
}

/** Who writes a part of the corrective action, and in which states. */
const partRules: Readonly<Record<ActionPart, { readonly by: Action; readonly in: readonly FindingState[] }>> =
  (() => {
    const plan = { by: 'finding.act', in: ['accepted', 'reopened'] } as const
    const done = { by: 'finding.act', in: ['planApproved'] } as const
    const check = { by: 'finding.verify', in: ['done', 'verified'] } as const
    const effect = { by: 'finding.verify', in: ['verified'] } as const
    return {
      correction: plan,
      cause: plan,
      why1: plan,
      why2: plan,
      why3: plan,
      why4: plan,
      why5: plan,
      action: plan,
      owner: plan,
      dueOn: plan,
      doneOn: done,
      doneNote: done,
      verifyNote: check,
      verifyMethod: check,
      checkOn: check,
      effectiveness: effect,
      effectNote: effect,
    }
  })()

const slotRules: Readonly<
  Record<Exclude<FindingSlot, 'signature'>, { readonly by: Action; readonly in: readonly FindingState[] }>
> = {
  request: { by: 'finding.verify', in: ['raised', 'noted'] },
  done: { by: 'finding.act', in: ['planApproved'] },
  verify: { by: 'finding.verify', in: ['done', 'verified'] },
}

/** Whether a person may write a part of the action now: disables the field and holds the op. */
export function mayWritePart(part: ActionPart, { finding, mayDo, person }: FindingGiven): boolean {
  const rule = partRules[part]
  // The leader answers for quality and may judge the effect as well as the auditor.
  const isApproved = mayDo(rule.by) || (rule.in === partRules.effectiveness.in && mayDo('finding.approve'))
  return (
    isApproved && isOpenPart(part, finding) && (rule.by !== 'finding.act' || isOwner(finding, person, mayDo))
  )
}

/** Once a check has found no effect the plan is open again, without anybody having to send it back. */
const isOpenPart = (part: ActionPart, { state, action }: Finding): boolean =>
  partRules[part].in.includes(state) ||
  (partRules[part].in === partRules.cause.in &&
    state === 'verified' &&
    action.effectiveness === 'notEffective')

/** Why a field of a finding may not be set to a value now; undefined when it may. The app and the server ask the same. */
export function refuseFindingChange(
  name: string,
  value: JsonValue,
  given: FindingGiven,
): FindingRefusal | undefined {
  const { finding, person, mayDo } = given
  const field = parseFindingField(name)
  if (!field) return 'unknownField'
  if (field.kind === 'request') {
    const request = readRequest(value)
    if (!mayDo('audit.work')) return 'notYourRole'
    if (finding.signed) return 'locked'
    if (!request) return 'badValue'
    return request.lead === person ? undefined : 'notYourRole'
  }
  if (!finding.request) return 'illegalMove'
  switch (field.kind) {
    case 'part':
      if (!mayDo(partRules[field.part].by) && !mayDo('finding.approve')) return 'notYourRole'
      if (!isOpenPart(field.part, finding)) return 'locked'
      if (!mayWritePart(field.part, given)) return 'notYourRole'
      return (
        refuseRound(field.round, roundOfPart(field.part, finding.rounds)) ??
        (value === null || isPart(field.part, value) ? undefined : 'badValue')
      )
    case 'evidence':
      if (!isSha256(field.sha256)) return 'badValue'
      if (field.slot !== 'signature') {
        const rule = slotRules[field.slot]
        if (!mayDo(rule.by)) return 'notYourRole'
        if (rule.by === 'finding.act' && !isOwner(finding, person, mayDo)) return 'notYourRole'
        if (!rule.in.includes(finding.state)) return 'locked'
      } else if (value === null) return 'locked'
      return (
        refuseRound(field.round, roundOfSlot(field.slot, finding.rounds)) ??
        (value === null || readEvidenceFile(value) ? undefined : 'badValue')
      )
    case 'comment':
      if (!mayDo('finding.comment')) return 'notYourRole'
      return readCommentText(value) === undefined ? 'badValue' : undefined
    case 'amendment':
      if (!mayDo('audit.work')) return 'notYourRole'
      return readAmendment(value) ? undefined : 'badValue'
    case 'agreement': {
      const amendment = finding.amendments.find(({ id }) => id === field.id)
      if (!amendment) return 'unknownField'
      // A second person: another auditor, a reviewer, or the commune's head.
      if (amendment.author === person) return 'notYourRole'
      if (!mayDo('audit.work') && !mayDo('audit.review') && !mayDo('finding.accept')) return 'notYourRole'
      return value === true ? undefined : 'badValue'
    }
    case 'move':
      return refuseFindingMove(readFindingMove(field.id, { value, author: person, at: 0, order: 0 }), given)
  }
}

/** What belongs to a round that is over stays as it was; one that has not begun may still begin. */
function refuseRound(round: number, now: number): FindingRefusal | undefined {
  if (round === now) return undefined
  return round < now ? 'locked' : 'illegalMove'
}

/** Why a move may not be made now; the same table shows the buttons and holds the op. */
export function refuseFindingMove(
  move: Pick<FindingMove, 'to' | 'reason' | 'signature'> | undefined,
  given: FindingGiven,
): FindingRefusal | undefined {
  if (!move) return 'badValue'
  const rules = findingMoves[given.finding.state][move.to]
  if (!rules) return 'illegalMove'
  const rule = rules.find(one => isMover(one, given))
  if (!rule) return 'notYourRole'
  const missing = missingNeeds(rule, move, given)
  if (missing.includes('reason')) return 'reasonMissing'
  return missing.length > 0 ? 'incomplete' : undefined
}

/** Whether a rule is for this person. */
export function isMover(rule: FindingMoveRule, { finding, person, mayDo }: FindingGiven): boolean {
  if (!mayDo(rule.action)) return false
  if (rule.only === 'lead') return finding.request?.lead === person
  return rule.only !== 'owner' || isOwner(finding, person, mayDo)
}

/** An action belongs to whom the plan names; before that to everybody of the commune, and always to its head. */
const isOwner = ({ action }: Finding, person: string, mayDo: (action: Action) => boolean): boolean =>
  !action.owner || action.owner === person || mayDo('finding.approve')

/** What a move still lacks. A signature counts once its picture is there, drawn by whoever moves. */
export function missingNeeds(
  rule: FindingMoveRule,
  move: Pick<FindingMove, 'reason' | 'signature'>,
  { finding: { action, files, signers }, person }: Pick<FindingGiven, 'finding' | 'person'>,
): readonly FindingNeed[] {
  const has = (need: FindingNeed): boolean => {
    if (need === 'reason') return move.reason !== undefined
    if (need === 'signature') return isSha256(move.signature) && signers[move.signature] === person
    // What had no effect is planned anew, not closed.
    if (need === 'effectiveness') return action.effectiveness === 'effective'
    if (need === 'noEffect') return action.effectiveness === 'notEffective'
    if (need === 'doneEvidence')
      return Object.keys(files.done).length > 0 || (action.doneNote ?? '').trim() !== ''
    return (action[need] ?? '').trim() !== ''
  }
  return rule.needs.filter(need => !has(need))
}

function isPart(part: ActionPart, value: JsonValue): boolean {
  if (typeof value !== 'string' || value.length > longestText) return false
  if (part === 'dueOn' || part === 'doneOn' || part === 'checkOn') return isDay(value)
  if (part === 'verifyMethod') return value === 'onSite' || value === 'records'
  return part !== 'effectiveness' || value === 'effective' || value === 'notEffective'
}
