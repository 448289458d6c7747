import type { FeedId, Op, ThingId } from '../protocol/op.ts'
import type { Answer, FeedPage, SyncResponse } from '../protocol/wire.ts'
import { applyAnswers } from './apply-answers.ts'
import { applyPage } from './apply-page.ts'
import { beginAgain, beginEpoch } from './begin-again.ts'
import { offerAgain } from './offer-again.ts'
import type { Outgoing, ReplicaTransaction } from './replica-store.ts'

export interface ResponseGiven {
  readonly outgoing: Outgoing
  readonly response: SyncResponse
  readonly person: string
  /** A new device id is taken at most once per sync. */
  readonly mayRenewDevice: boolean
  /** A feed whose sums do not agree is pulled again at most once per sync. */
  readonly mayPullAgain: (feed: FeedId) => boolean
}

/** What a response has changed on the tablet. */
export interface AppliedResponse {
  readonly acknowledged: number
  readonly held: number
  readonly received: number
  readonly isDeviceRenewed: boolean
  /** Feeds that begin again from zero because their sums did not agree (SY7). */
  readonly pulledAgain: readonly FeedId[]
  /** Feeds whose sums do not agree even so. */
  readonly unsound: readonly FeedId[]
  readonly dropped: readonly FeedId[]
  /** Something is different from before, so that asking again makes sense. */
  readonly isProgress: boolean
  readonly hasMore: boolean
}

/** Everything an answer of the server means for the tablet, within the one transaction given (SY7). */
export async function applyResponse(
  transaction: ReplicaTransaction,
  { outgoing, response, person, mayRenewDevice, mayPullAgain }: ResponseGiven,
): Promise<AppliedResponse> {
  const restored = listRestored(outgoing, response)
  const isEpochNew = response.epoch !== undefined && (await transaction.noteEpoch(response.epoch))
  const isRestored = isEpochNew || restored.length > 0
  for (const feed of restored) await beginEpoch(transaction, feed)
  // Feeds that the person no longer reads have no page, and what was sent there may be lost as well.
  const others = isRestored ? await transaction.reoffer() : []
  const answers = await applyAnswers(transaction, {
    ...listJudged(outgoing.ops, response.answers, isRestored),
    taken: { author: person, at: response.now },
  })
  const isDeviceRenewed = response.renewDevice && mayRenewDevice
  if (isDeviceRenewed) await transaction.renewDevice()
  // What it says of the seat is of the device that it answered.
  else if (response.seat !== undefined) await transaction.noteSeat(response.seat)

  const pulledAgain: FeedId[] = []
  const unsound: FeedId[] = []
  let received = 0
  let hasMoved = false
  const news = new Set<ThingId>()
  for (const page of response.pages) {
    const applied = await applyPage(transaction, page, { sent: outgoing.cursors[page.feed], person })
    if (applied.type === 'ignored') continue
    received += page.entries.length
    hasMoved ||= applied.hasMoved
    for (const thing of applied.news) news.add(thing)
    if (applied.type === 'applied') continue
    if (mayPullAgain(page.feed)) pulledAgain.push(page.feed)
    else unsound.push(page.feed)
  }
  for (const feed of pulledAgain) await beginAgain(transaction, feed)
  const dropped = await dropGoneFeeds(transaction, response.gone)
  await offerAgain(transaction, news, person)
  if (response.backup) await transaction.noteBackup(response.backup)
  const isProgress =
    isDeviceRenewed ||
    hasMoved ||
    answers.acknowledged + answers.held + pulledAgain.length + others.length > 0
  return {
    ...answers,
    received,
    isDeviceRenewed,
    pulledAgain,
    unsound,
    dropped,
    isProgress,
    hasMore: pulledAgain.length > 0 || (isProgress && response.pages.some(page => page.more)),
  }
}

/** Feeds whose server was restored from a backup since the tablet last heard of them (SY11). */
function listRestored({ cursors }: Outgoing, { pages }: SyncResponse): readonly FeedId[] {
  const isOther = ({ feed, epoch }: FeedPage): boolean => ![undefined, '', epoch].includes(cursors[feed]?.[0])
  return pages.filter(isOther).map(({ feed }) => feed)
}

/**
 * A restored server held an op without knowing what this tablet is about to offer again, such as the form that an answer
 * belongs to: it stays waiting, and is judged once more after that.
 */
function listJudged(
  ops: readonly Op[],
  answers: readonly Answer[],
  isRestored: boolean,
): { readonly ops: readonly Op[]; readonly answers: readonly Answer[] } {
  if (!isRestored) return { ops, answers }
  return {
    ops: ops.filter((_, at) => answers[at]?.result !== 'held'),
    answers: answers.filter(({ result }) => result !== 'held'),
  }
}

/** A feed out of scope goes when nothing waits in it any more: first every op is offered and answered (SY9). */
async function dropGoneFeeds(transaction: ReplicaTransaction, gone: readonly FeedId[]): Promise<FeedId[]> {
  const dropped: FeedId[] = []
  for (const feed of gone) {
    if (await transaction.isWaitingIn(feed)) continue
    const rows = await transaction.rowsOf(feed)
    await transaction.removeRows(rows.map(row => [row.thing, row.field] as const))
    await transaction.putFeedState(feed, undefined)
    dropped.push(feed)
  }
  return dropped
}
