import { waysToSettle } from '../protocol/held-settlement.ts'
import type { FeedId, Op } from '../protocol/op.ts'
import type { Answer, Cursor, HeldReason } from '../protocol/wire.ts'
import type { EntryStore, FeedTransaction, HeldOp } from './entry-store.ts'
import type { FeedJudgement, Judgement } from './judgement.ts'
import { openDraft } from './open-draft.ts'
import { leaningOf, readLeaned } from './read-leaned.ts'
import { hasSaneId, refuseAtDoor } from './refuse-at-door.ts'
import { listSettledIds } from './settle-held.ts'
import { isSameOp, takeOp } from './take-op.ts'

interface Given extends Judgement {
  readonly store: EntryStore
  /** Where the tablet stands that sends the ops; none for work that was carried. */
  readonly cursors: Readonly<Record<FeedId, Cursor>>
  readonly nowMs: () => number
}

interface Refused {
  readonly op: Op
  readonly reason: HeldReason
}

/** Takes ops feed by feed, each feed's in one commit, and answers for each, in the order given (SY3, SY4). */
export async function pushOps(ops: readonly Op[], given: Given): Promise<readonly Answer[]> {
  const inScope = new Set(given.scope.feeds)
  const scope = { mayRead: (feed: string) => inScope.has(feed), mayDo: given.scope.mayDo }
  const door = { scope, steps: given.steps }
  const reasons = ops.map(op => refuseAtDoor(op, door))
  const places = ops.map((_, place) => place)
  const byFeed = Map.groupBy(
    places.filter(place => reasons[place] === undefined),
    place => mustGet(ops[place]).feed,
  )
  const refusals = ops.flatMap((op, place) => {
    const reason = reasons[place]
    return reason ? [{ op, reason, place }] : []
  })

  const answers = new Map<number, Answer>()
  const refused = await holdAtDoor(refusals, given)
  refusals.forEach(({ place }, at) => answers.set(place, mustGet(refused[at])))
  for (const feed of inOrder(byFeed, ops, given)) {
    const own = mustGet(byFeed.get(feed))
    const feedOps = own.map(place => mustGet(ops[place]))
    const leaned = await readLeaned(given.store, feedOps, given.steps)
    const settled = listSettledIds(feedOps)
    const held = settled.length > 0 ? await given.store.findHeld(settled) : []
    const taken = await given.store.inFeed(feed, transaction =>
      pushIntoFeed(transaction, feedOps, { ...given, leaned, held }),
    )
    own.forEach((place, at) => answers.set(place, mustGet(taken[at])))
  }
  return places.map(place => mustGet(answers.get(place)))
}

/** Feeds that ops of others lean on come first, so that what came with one request is judged as if it were one. */
function inOrder(
  byFeed: ReadonlyMap<FeedId, readonly number[]>,
  ops: readonly Op[],
  { steps }: Given,
): readonly FeedId[] {
  const leanedOn = new Set(
    [...byFeed.values()].flat().map(place => leaningOf(mustGet(ops[place]), steps)?.feed),
  )
  const feeds = [...byFeed.keys()]
  return [...feeds.filter(feed => leanedOn.has(feed)), ...feeds.filter(feed => !leanedOn.has(feed))]
}

/** Ops that no feed may see are held; but what was taken while the person still had the right stays taken. */
async function holdAtDoor(refusals: readonly Refused[], given: Given): Promise<readonly Answer[]> {
  if (refusals.length === 0) return []
  const { store, author, nowMs } = given
  const ids = refusals.filter(({ op }) => hasSaneId(op)).map(({ op }) => op.id)
  const logged = await store.findLogged([...new Set(ids)])
  const held: HeldOp[] = []
  const answers = refusals.map(({ op, reason }): Answer => {
    const known = logged.get(op.id)
    if (known && isSameOp(known, op, given)) return { ...known.answer, result: 'duplicate' }
    const why = known ? 'opIdReused' : reason
    held.push({ op, author, at: nowMs(), reason: why })
    return { result: 'held', reason: why }
  })
  if (held.length > 0) await store.hold(held)
  return answers
}

async function pushIntoFeed(
  transaction: FeedTransaction,
  ops: readonly Op[],
  given: Given & Omit<FeedJudgement, 'seen'>,
): Promise<readonly Answer[]> {
  const { feed, epoch } = transaction.head
  const cursor = given.cursors[feed]
  const seen = cursor?.[0] === epoch ? cursor[1] : Number.MAX_SAFE_INTEGER
  // Others may hold anything, and a database does not take all of it as a name.
  const accepted = given.held.filter(one => waysToSettle(one).includes('accepted')).map(({ op }) => op)
  const concerned = [...ops, ...accepted]
  const ids = concerned.flatMap(({ id, base }) => (base === null ? [id] : [id, base]))
  const draft = await openDraft(transaction, ids, concerned, given.nowMs())
  const answers = ops.map(op => takeOp(draft, op, { ...given, seen }))
  const change = draft.change()
  if (change) await transaction.commit(change)
  return answers.map(answer => answer())
}

function mustGet<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Error('an op went without an answer')
  return answer
}
