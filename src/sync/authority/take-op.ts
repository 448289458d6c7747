import { parseFeedId } from '../../domain/people/feed.ts'
import { isSameJson } from '../../lib/json-value.ts'
import { conflictField, readConflict, settledField } from '../protocol/conflict.ts'
import { isLater } from '../protocol/hlc.ts'
import type { Hlc, Op } from '../protocol/op.ts'
import { upcastOp } from '../protocol/upcast-op.ts'
import type { Answer, HeldReason } from '../protocol/wire.ts'
import type { LogRecord } from './entry-store.ts'
import type { FeedDraft } from './feed-draft.ts'
import { contextOf, hlcIn, refuseChange } from './judge-change.ts'
import type { FeedJudgement, Judgement } from './judgement.ts'
import { rowConflicts } from './row-conflict.ts'
import { rulesOf } from './rules-of.ts'
import { settleHeld } from './settle-held.ts'
import { systemAuthor, takeSystemChange } from './system-op.ts'
import type { FieldChange } from './thing-rules.ts'

/**
 * Decides about one op in the draft of its feed (SY3–SY6). The answer is asked for after the last op of
 * the request, because a later one may still win the field.
 */
export function takeOp(draft: FeedDraft, sent: Op, judgement: FeedJudgement): () => Answer {
  const { author, steps } = judgement
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

  const hlc = hlcIn(draft, op)
  const context = contextOf(draft, op, { ...judgement, rules, unit, hlc })
  const refusal = refuseChange(op, rules, context)
  if (refusal) return hold(refusal)
  const settled = settleHeld(draft, op, judgement)
  if (settled.type === 'refused') return hold(settled.reason)

  if (rules.isAnonymous(op, context)) takeBesideCurrent(draft, withoutSender(op), anonymousAuthor, hlc)
  else {
    const before = draft.fieldsOf(op.thing).get(op.field)
    takeBesideCurrent(draft, op, author, hlc)
    addEffects(draft, op, '.w', rowConflicts(draft, op, { before, seen: judgement.seen }))
  }
  addEffects(draft, op, '.r', rules.effects(op, context))
  if (settled.type === 'accepted') takeBesideCurrent(draft, settled.op, author, settled.hlc)
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
