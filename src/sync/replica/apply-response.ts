import type { FeedId } from '../protocol/op.ts'
import type { SyncResponse } from '../protocol/wire.ts'
import { applyAnswers } from './apply-answers.ts'
import { applyPage } from './apply-page.ts'
import { beginAgain, beginEpoch } from './begin-again.ts'
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
  for (const { feed, epoch } of response.pages) {
    const [known] = outgoing.cursors[feed] ?? ['']
    if (known !== '' && known !== epoch) await beginEpoch(transaction, feed)
  }
  const answers = await applyAnswers(transaction, {
    ops: outgoing.ops,
    answers: response.answers,
    taken: { author: person, at: response.now },
  })
  const isDeviceRenewed = response.renewDevice && mayRenewDevice
  if (isDeviceRenewed) await transaction.renewDevice()

  const pulledAgain: FeedId[] = []
  const unsound: FeedId[] = []
  let received = 0
  let hasMoved = false
  for (const page of response.pages) {
    const applied = await applyPage(transaction, page, { sent: outgoing.cursors[page.feed], person })
    if (applied.type === 'ignored') continue
    received += page.entries.length
    hasMoved ||= applied.hasMoved
    if (applied.type === 'applied') continue
    if (mayPullAgain(page.feed)) pulledAgain.push(page.feed)
    else unsound.push(page.feed)
  }
  for (const feed of pulledAgain) await beginAgain(transaction, feed)
  const dropped = await dropGoneFeeds(transaction, response.gone)
  if (response.backup) await transaction.noteBackup(response.backup)
  const isProgress =
    isDeviceRenewed || hasMoved || answers.acknowledged + answers.held + pulledAgain.length > 0
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
