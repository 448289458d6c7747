import { ownWorkAt } from '../../domain/people/own-work.ts'
import { conflictField, loserOfConflict, loserOfSettled } from '../protocol/conflict.ts'
import { effectiveHlc, msOfHlc } from '../protocol/hlc.ts'
import type { Hlc, Op } from '../protocol/op.ts'
import type { HeldReason } from '../protocol/wire.ts'
import type { FeedDraft } from './feed-draft.ts'
import type { FeedJudgement } from './judgement.ts'
import type { RuleContext, ThingRules } from './thing-rules.ts'

interface Given extends FeedJudgement {
  readonly rules: ThingRules
  /** Of the op's feed. */
  readonly unit: string
  readonly hlc: Hlc
}

/** What rules may look at when they judge an op of this author and scope. */
export function contextOf(draft: FeedDraft, op: Op, given: Given): RuleContext {
  const { rules, unit, hlc, leaned, author, scope, directory, findForm, findKey, dayOf } = given
  return {
    thing: op.thing,
    fields: draft.fieldsOf(op.thing),
    leaned: rules.leansOn ? (leaned.get(rules.leansOn(op)?.thing ?? '') ?? []) : [],
    person: author,
    mayDo: action => scope.mayDo(action, unit),
    ownWork: scope.ownWorkAt(unit),
    ownWorkOf: (person, day) => ownWorkAt(directory.assignmentsOf(person), unit, day),
    roles: scope.rolesAt(unit),
    findForm,
    findKey,
    today: dayOf(msOfHlc(hlc)),
  }
}

/** The op's clock as the feed takes it (SY5). */
export const hlcIn = (draft: FeedDraft, op: Op): Hlc =>
  effectiveHlc(op.hlc, hlcOfBase(draft, op), draft.nowMs)

function hlcOfBase(draft: FeedDraft, { base, feed }: Op): Hlc | undefined {
  const seen = base === null ? undefined : draft.findLogged(base)
  return seen?.op.feed === feed ? seen.answer.hlc : undefined
}

/** Why a change may not be made; conflicts and their settling are of every type of thing (SY6). */
export function refuseChange(op: Op, rules: ThingRules, context: RuleContext): HeldReason | undefined {
  if (loserOfConflict(op.field) !== undefined) return 'notYourRole'
  const settled = loserOfSettled(op.field)
  if (settled === undefined) return rules.refuse(op, context)
  if (!rules.maySettle(context)) return 'notYourRole'
  if (!context.fields.has(conflictField(settled))) return 'unknownField'
  return op.value === true ? undefined : 'badValue'
}
