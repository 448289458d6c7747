import { protocolVersion, type FeedId, type Op } from '../protocol/op.ts'
import type { SyncRequest, SyncResponse } from '../protocol/wire.ts'
import { applyResponse, type AppliedResponse } from './apply-response.ts'
import { batchBytes, everydayOpBytes, growBatch, roomFor, shrinkBatch } from './batch-size.ts'
import type { ReplicaStatus } from './replica-status.ts'
import type { ReplicaStore } from './replica-store.ts'
import { isProofOfServer, type LinkProblem, type ServerLink } from './server-link.ts'
import { setAside } from './set-aside.ts'
import { createWatched } from './watched.ts'

/** How a sync ended. All but `synced` left the outbox as it was, but for what had been answered before (SY10). */
export type SyncOutcome =
  | {
      readonly type: 'synced'
      readonly sent: number
      readonly held: number
      readonly received: number
      /** Feeds whose sums do not agree although they were pulled again (SY7). */
      readonly unsound: readonly FeedId[]
    }
  | LinkProblem
  | { readonly type: 'storeFailed'; readonly cause: unknown }

export interface Replica {
  /** Pushes and pulls until nothing waits and nothing more is to be had. A call during a run joins it. */
  syncOnce: () => Promise<SyncOutcome>
  /** The same object until something changes. */
  status: () => ReplicaStatus
  subscribe: (listener: () => void) => () => void
  /** Counts the outbox anew: after a save, and at the start. */
  refresh: () => Promise<void>
}

export interface ReplicaGiven {
  readonly store: ReplicaStore
  readonly server: ServerLink
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Whose outbox this is. */
  readonly person: string
}

export function createReplica({ store, server, clock, person }: ReplicaGiven): Replica {
  const watched = createWatched<ReplicaStatus>(freshStatus)
  let batch: number = batchBytes.first
  let running: Promise<SyncOutcome> | undefined

  async function refresh(): Promise<void> {
    watched.set({ waitingOps: await store.countWaiting() })
  }

  /**
   * The server would not take a request as a whole. Half of it goes next time; an op that fails alone, while a
   * request without it passes, is set aside, so that it does not block all behind it (SY4).
   */
  async function isolateFault(request: SyncRequest, reason: 'tooLarge' | 'badValue'): Promise<boolean> {
    const [first, ...others] = request.ops
    if (!first) return false
    if (others.length > 0) {
      if (batch === batchBytes.least && reason === 'tooLarge') return false
      batch = batch === batchBytes.least ? 1 : shrinkBatch(Math.min(batch, lengthOf(request.ops)))
      return true
    }
    // An op within a size that passes every day is not at fault; then the network is.
    if (reason === 'tooLarge' && lengthOf([first]) <= everydayOpBytes) return false
    const without = await server.exchange({ ...request, ops: [] })
    if (without.type !== 'answered') return false
    await store.update(transaction => setAside(transaction, first, reason, { author: person, at: clock() }))
    return true
  }

  /**
   * What waits after an answer. While a long outbox empties, the difference tells that there is more; a run never ends on
   * it, but on what the store has counted.
   */
  async function countLeft({ acknowledged, held }: AppliedResponse): Promise<number> {
    const left = watched.status().waitingOps - acknowledged - held
    return acknowledged + held > 0 && left > 0 ? left : store.countWaiting()
  }

  async function run(): Promise<SyncOutcome> {
    const total = { sent: 0, held: 0, received: 0 }
    const pulledAgain = new Set<FeedId>()
    let mayRenewDevice = true
    await refresh()
    for (;;) {
      const outgoing = await store.takeOutgoing(batch)
      const { device, ops, cursors, backup, seat } = outgoing
      const request: SyncRequest = {
        protocol: protocolVersion,
        person,
        device,
        ops,
        cursors,
        room: roomFor(batch),
        ...(backup > 0 && { backup }),
        ...(seat !== undefined && { seat }),
      }
      const result = await server.exchange(request)
      const fault =
        result.type === 'tooLarge' ? 'tooLarge' : result.type === 'refused' ? 'badValue' : undefined
      if (fault && (await isolateFault(request, fault))) continue
      if (result.type !== 'answered') {
        batch = shrinkBatch(batch)
        return result
      }
      const { response } = result
      if (response.answers.length !== ops.length) return { type: 'notOurServer' }
      const applied = await store.update(transaction =>
        applyResponse(transaction, {
          outgoing,
          response: inOrder(response),
          person,
          mayRenewDevice,
          mayPullAgain: feed => !pulledAgain.has(feed),
        }),
      )
      batch = growBatch(batch)
      mayRenewDevice &&= !applied.isDeviceRenewed
      for (const feed of applied.pulledAgain) pulledAgain.add(feed)
      total.sent += applied.acknowledged
      total.held += applied.held
      total.received += applied.received
      const waitingOps = await countLeft(applied)
      watched.set({ waitingOps, sentInThisRun: total.sent + total.held, online: 'yes' })
      if (applied.hasMore || (waitingOps > 0 && applied.isProgress)) continue
      return { type: 'synced', ...total, unsound: applied.unsound }
    }
  }

  async function runWatched(): Promise<SyncOutcome> {
    watched.set({ phase: 'syncing', sentInThisRun: 0 })
    const outcome = await run().catch((cause: unknown) => ({ type: 'storeFailed' as const, cause }))
    running = undefined
    if (outcome.type === 'synced') {
      watched.set({ phase: 'idle', lastSuccessAt: clock(), lastProblem: null, online: 'yes' })
      return outcome
    }
    const isReached = outcome.type === 'storeFailed' ? undefined : isProofOfServer(outcome.type)
    const online = isReached === undefined ? watched.status().online : isReached ? 'yes' : 'no'
    watched.set({ phase: 'waiting', lastProblem: outcome, online })
    return outcome
  }

  return {
    syncOnce: () => (running ??= runWatched()),
    status: watched.status,
    subscribe: watched.subscribe,
    refresh,
  }
}

const freshStatus: ReplicaStatus = {
  phase: 'idle',
  waitingOps: 0,
  sentInThisRun: 0,
  lastSuccessAt: null,
  lastProblem: null,
  online: 'unknown',
}

const lengthOf = (ops: readonly Op[]): number => ops.reduce((sum, op) => sum + JSON.stringify(op).length, 0)

/** Pages of one feed follow each other only by their cursors; the first of a feed counts, the next come next time. */
function inOrder(response: SyncResponse): SyncResponse {
  const seen = new Set<FeedId>()
  const pages = response.pages.filter(({ feed }) => !seen.has(feed) && seen.add(feed))
  return { ...response, pages }
}
