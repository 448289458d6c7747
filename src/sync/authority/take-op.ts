import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { ownWorkAt } from '../../domain/people/own-work.ts'
import type { Scope } from '../../domain/people/scope.ts'
import { parseFeedId } from '../../domain/people/feed.ts'
import type { QuizKey } from '../../domain/responses/grade-quiz.ts'
import type { FormName } from '../../domain/responses/response.ts'
import { isSameJson } from '../../lib/json-value.ts'
import {
  conflictField,
  loserOfConflict,
  loserOfSettled,
  readConflict,
  settledField,
} from '../protocol/conflict.ts'
import { effectiveHlc, isLater, msOfHlc } from '../protocol/hlc.ts'
import type { Hlc, Op } from '../protocol/op.ts'
import { upcastOp, type Upcaster } from '../protocol/upcast-op.ts'
import type { Answer, HeldReason } from '../protocol/wire.ts'
import type { LogRecord } from './entry-store.ts'
import type { FeedDraft } from './feed-draft.ts'
import type { Leaned } from './leaning.ts'
import { rulesOf } from './rules-of.ts'
import { systemAuthor, takeSystemChange } from './system-op.ts'
import type { FieldChange, RuleContext, ThingRules } from './thing-rules.ts'

/** What deciding about ops asks of the outside. */
export interface Judgement {
  readonly author: string
  readonly scope: Scope
  /** What everybody is in the province. */
  readonly directory: Pick<Directory, 'assignmentsOf'>
  readonly findForm: (name: FormName) => CompiledForm | undefined
  readonly findKey: (name: FormName) => QuizKey | undefined
  /** The calendar day of an instant where the communes are, `YYYY-MM-DD`. */
  readonly dayOf: (ms: number) => string
  readonly steps: readonly Upcaster[]
}

/**
 * Decides about one op in the draft of its feed (SY3–SY6). The answer is asked for after the last op of
 * the request, because a later one may still win the field.
 */
export function takeOp(
  draft: FeedDraft,
  sent: Op,
  judgement: Judgement & { readonly leaned: Leaned },
): () => Answer {
  const { author, steps, leaned } = judgement
  const op = upcastOp(sent, steps)
  const hold = (reason: HeldReason): (() => Answer) => {
    draft.hold(sent, author, reason)
    return () => ({ result: 'held', reason })
  }
  const known = draft.findLogged(op.id)
  if (known)
    return isSameOp(known, op, judgement) ? () => draft.answerOf(op.id, 'duplicate') : hold('opIdReused')

  const rules = rulesOf(op.type)
  const unit = parseFeedId(op.feed)?.unit
  if (!rules || unit === undefined) return hold('unknownType')
  if (draft.isElsewhere(op.thing) || !rules.belongsTo(op.thing, unit)) return hold('otherFeed')

  const hlc = effectiveHlc(op.hlc, hlcOfBase(draft, op), draft.nowMs)
  const context: RuleContext = {
    thing: op.thing,
    fields: draft.fieldsOf(op.thing),
    leaned: rules.leansOn ? (leaned.get(rules.leansOn(op)?.thing ?? '') ?? []) : [],
    person: author,
    mayDo: action => judgement.scope.mayDo(action, unit),
    ownWork: judgement.scope.ownWorkAt(unit),
    ownWorkOf: (person, day) => ownWorkAt(judgement.directory.assignmentsOf(person), unit, day),
    roles: judgement.scope.rolesAt(unit),
    findForm: judgement.findForm,
    findKey: judgement.findKey,
    today: judgement.dayOf(msOfHlc(hlc)),
  }
  const refusal = refuse(op, rules, context)
  if (refusal) return hold(refusal)

  if (rules.isAnonymous(op, context)) takeBesideCurrent(draft, withoutSender(op), anonymousAuthor, hlc)
  else takeBesideCurrent(draft, op, author, hlc)
  addEffects(draft, op, '.r', rules.effects(op, context))
  return () => draft.answerOf(op.id)
}

/** Who a citizen is who answers an anonymous form on a tablet that was handed over. */
export const anonymousAuthor = 'anonymous'

/** As it is kept of an anonymous form: neither the person nor the tablet it came from. */
const withoutSender = (op: Op): Op => ({ ...op, device: anonymousAuthor, seq: 0 })

/**
 * Whether an op is the one logged under its id. Device and sequence may differ: a cloned tablet renumbers (SY2). Of
 * an anonymous one only its id, which nobody can guess, says whose it is.
 */
export function isSameOp(
  { op: logged, author: knownAuthor }: LogRecord,
  sent: Op,
  { author, steps }: Pick<Judgement, 'author' | 'steps'>,
): boolean {
  // Logged by a server that knew fewer schemas, it may have been left at an older one.
  const [known, op] = [upcastOp(logged, steps), upcastOp(sent, steps)]
  return (
    (knownAuthor === author || knownAuthor === anonymousAuthor) &&
    known.feed === op.feed &&
    known.type === op.type &&
    known.thing === op.thing &&
    known.field === op.field &&
    known.hlc === op.hlc &&
    known.base === op.base &&
    isSameJson(known.value, op.value)
  )
}

function hlcOfBase(draft: FeedDraft, { base, feed }: Op): Hlc | undefined {
  const seen = base === null ? undefined : draft.findLogged(base)
  return seen?.op.feed === feed ? seen.answer.hlc : undefined
}

function refuse(op: Op, rules: ThingRules, context: RuleContext): HeldReason | undefined {
  if (loserOfConflict(op.field) !== undefined) return 'notYourRole'
  const settled = loserOfSettled(op.field)
  if (settled === undefined) return rules.refuse(op, context)
  if (!rules.maySettle(context)) return 'notYourRole'
  if (!context.fields.has(conflictField(settled))) return 'unknownField'
  return op.value === true ? undefined : 'badValue'
}

/** Takes the op; if its author did not see what the field has, the losing value is kept as well (SY6). */
function takeBesideCurrent(draft: FeedDraft, op: Op, author: string, hlc: Hlc): void {
  const current = draft.fieldsOf(op.thing).get(op.field)
  const isConflict = current !== undefined && current.op !== op.base && !isSameJson(current.value, op.value)
  draft.take(op, author, hlc, isConflict ? 'conflict' : 'ok')
  settleOwnLoser(draft, op, author)
  if (!isConflict) return
  const incoming = { op: op.id, value: op.value, author, hlc, at: draft.nowMs }
  const [loser, winner] = isLater(incoming, current) ? [current, incoming] : [incoming, current]
  const { value, at } = loser
  const kept = { field: op.field, value, author: loser.author, hlc: loser.hlc, at }
  const from = { ...deviceOf(draft, loser.op), winner: { op: winner.op, ...deviceOf(draft, winner.op) } }
  addEffects(draft, op, '.c', [{ field: conflictField(loser.op), value: { ...kept, ...from } }])
}

/** The tablet an op came from, as the log has it. */
function deviceOf(draft: FeedDraft, id: string): { readonly device?: string } {
  const device = draft.findLogged(id)?.op.device
  return device === undefined ? {} : { device }
}

/** Whoever goes on from the own losing value has left it behind: only the last of a chain stays a question. */
function settleOwnLoser(draft: FeedDraft, op: Op, author: string): void {
  if (op.base === null) return
  const conflict = readConflict(draft.fieldsOf(op.thing).get(conflictField(op.base))?.value)
  if (conflict?.author !== author || conflict.field !== op.field) return
  addEffects(draft, op, '.s', [{ field: settledField(op.base), value: true }])
}

function addEffects(draft: FeedDraft, op: Op, suffix: string, changes: readonly FieldChange[]): void {
  changes.forEach(({ field, value }, at) => {
    const id = `${op.id}${suffix}${at === 0 ? '' : at}`
    const { feed, group, type, thing } = op
    takeSystemChange(draft, { type, thing, field, value }, { feed, id, group, author: systemAuthor })
  })
}
