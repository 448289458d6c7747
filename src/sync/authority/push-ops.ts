import type { FeedId, Op } from '../protocol/op.ts'
import type { Answer } from '../protocol/wire.ts'
import type { EntryStore, FeedTransaction, HeldOp } from './entry-store.ts'
import { openDraft } from './open-draft.ts'
import { hasSaneId, refuseAtDoor } from './refuse-at-door.ts'
import { isSameOp, takeOp, type Judgement } from './take-op.ts'

interface Given extends Judgement {
  readonly store: EntryStore
  readonly nowMs: () => number
}

/** Takes ops feed by feed, each feed's in one commit, and answers for each, in the order given (SY3, SY4). */
export async function pushOps(ops: readonly Op[], given: Given): Promise<readonly Answer[]> {
  const inScope = new Set(given.scope.feeds)
  const refusals = new Map<Op, HeldOp>()
  const byFeed = new Map<FeedId, Op[]>()
  for (const op of ops) {
    const reason = refuseAtDoor(op, feed => inScope.has(feed))
    const sameFeed = byFeed.get(op.feed)
    if (reason) refusals.set(op, { op, author: given.author, at: given.nowMs(), reason })
    else if (sameFeed) sameFeed.push(op)
    else byFeed.set(op.feed, [op])
  }

  const answers = new Map<Op, Answer>()
  for (const [op, answer] of await holdAtDoor(refusals, given)) answers.set(op, answer)
  for (const [feed, own] of byFeed) {
    const taken = await given.store.inFeed(feed, transaction => pushIntoFeed(transaction, own, given))
    own.forEach((op, at) => answers.set(op, mustGet(taken[at])))
  }
  return ops.map(op => mustGet(answers.get(op)))
}

/** Ops that no feed may see are held; but what was taken while the person still had the right stays taken. */
async function holdAtDoor(
  refusals: ReadonlyMap<Op, HeldOp>,
  { store, author }: Given,
): Promise<ReadonlyMap<Op, Answer>> {
  const answers = new Map<Op, Answer>()
  if (refusals.size === 0) return answers
  const logged = await store.findLogged([...refusals.keys()].filter(hasSaneId).map(op => op.id))
  const held: HeldOp[] = []
  for (const [op, refused] of refusals) {
    const known = logged.get(op.id)
    if (known && isSameOp(known, op, author)) {
      answers.set(op, { ...known.answer, result: 'duplicate' })
      continue
    }
    const reason = known ? 'opIdReused' : refused.reason
    held.push({ ...refused, reason })
    answers.set(op, { result: 'held', reason })
  }
  if (held.length > 0) await store.hold(held)
  return answers
}

async function pushIntoFeed(
  transaction: FeedTransaction,
  ops: readonly Op[],
  given: Given,
): Promise<readonly Answer[]> {
  const ids = ops.flatMap(({ id, base }) => (base === null ? [id] : [id, base]))
  const draft = await openDraft(transaction, ids, ops, given.nowMs())
  const answers = ops.map(op => takeOp(draft, op, given))
  const change = draft.change()
  if (change) await transaction.commit(change)
  return answers.map(answer => answer())
}

function mustGet<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Error('an op went without an answer')
  return answer
}
