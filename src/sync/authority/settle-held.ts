import { createScope } from '../../domain/people/scope.ts'
import { parseFeedId } from '../../domain/people/feed.ts'
import { readSettlement, settlementTypeOf, waysToSettle } from '../protocol/held-settlement.ts'
import { isHeldQuestion, parseSettlementField } from '../protocol/settlement-name.ts'
import { msOfHlc } from '../protocol/hlc.ts'
import type { Hlc, Op, OpId } from '../protocol/op.ts'
import { upcastOp } from '../protocol/upcast-op.ts'
import type { HeldReason } from '../protocol/wire.ts'
import type { HeldOp } from './entry-store.ts'
import type { FeedDraft } from './feed-draft.ts'
import { contextOf, hlcIn, refuseChange } from './judge-change.ts'
import type { FeedJudgement } from './judgement.ts'
import { refuseAtDoor } from './refuse-at-door.ts'
import { rulesOf } from './rules-of.ts'
import { serverDevice } from './system-op.ts'

type Settled =
  | { readonly type: 'nothing' }
  | { readonly type: 'refused'; readonly reason: HeldReason }
  /** What the reviewer sets by it. */
  | { readonly type: 'accepted'; readonly op: Op; readonly hlc: Hlc }

const refused = (reason: HeldReason): Settled => ({ type: 'refused', reason })

/** The ids of held ops that these ops settle. */
export function listSettledIds(ops: readonly Op[]): readonly OpId[] {
  const ids = ops.flatMap(({ type, feed, field }) => {
    const named = type === settlementTypeOf(feed) ? parseSettlementField(field) : undefined
    return named ? [named.op] : []
  })
  return [...new Set(ids)]
}

/**
 * What a settlement means, beyond its own rules (SY4). Accepted is only what its author could have done when it was
 * recorded: the reviewer vouches that it was then, and sets it in their own name, from the held op's value.
 */
export function settleHeld(draft: FeedDraft, op: Op, given: FeedJudgement): Settled {
  if (op.type !== settlementTypeOf(op.feed)) return { type: 'nothing' }
  const named = parseSettlementField(op.field)
  const way = isHeldQuestion(op.field) ? 'asked' : readSettlement(op.value)?.result
  const held = given.held.find(one => one.op.id === named?.op && one.author === named.author)
  if (!way || held?.op.feed !== op.feed) return refused('unknownField')
  if (!waysToSettle(held).includes(way)) return refused('badValue')
  return way === 'accepted' ? acceptHeld(draft, op, { ...given, one: held }) : { type: 'nothing' }
}

function acceptHeld(draft: FeedDraft, by: Op, given: FeedJudgement & { readonly one: HeldOp }): Settled {
  const { one, directory, dayOf, steps } = given
  if (draft.findLogged(one.op.id)) return refused('locked')
  const op = upcastOp(one.op, steps)
  const rules = rulesOf(op.type)
  const unit = parseFeedId(op.feed)?.unit
  if (!rules || unit === undefined) return refused('unknownType')
  const hlc = hlcIn(draft, op)
  const scope = createScope(directory.assignmentsOf(one.author), directory.tree, dayOf(msOfHlc(hlc)))
  const atDoor = refuseAtDoor(op, { scope, steps })
  if (atDoor) return refused(atDoor)
  if (draft.isElsewhere(op.thing) || !rules.belongsTo(op.thing, unit)) return refused('otherFeed')
  const context = contextOf(draft, op, { ...given, author: one.author, scope, rules, unit, hlc })
  const refusal = refuseChange(op, rules, context)
  if (refusal) return refused(refusal)
  // Whose answer it was would be told by the settlement.
  if (rules.isAnonymous(op, context)) return refused('badValue')
  const own = { id: `${by.id}.a`, device: serverDevice, seq: 0, group: by.group }
  return { type: 'accepted', op: { ...op, ...own }, hlc }
}
