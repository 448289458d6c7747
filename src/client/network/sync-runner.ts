import { nextDelay } from '../../sync/replica/backoff.ts'
import type { Replica, SyncOutcome } from '../../sync/replica/replica.ts'
import type { LinkProblem } from '../../sync/replica/server-link.ts'
import { createWatched } from '../../sync/replica/watched.ts'
import type { FileLink } from './file-link.ts'
import { createFileSender, type FileOutbox, type FileProgress } from './file-sender.ts'
import type { OriginalsPolicy } from './originals-policy.ts'
import type { WakeSignals } from './wake-signals.ts'

/** What went wrong last; the app has a sentence for each. */
export type SyncTrouble =
  Exclude<LinkProblem['type'], 'refused'> | 'checksum' | 'fileRefused' | 'storeFailed' | 'unknown'

export interface SyncStatus extends FileProgress {
  /** `waiting`: the last try failed; the next one comes by itself. */
  readonly phase: 'idle' | 'syncing' | 'waiting'
  readonly problem: { readonly type: SyncTrouble } | null
  /** After a save at least one, until they have been counted. */
  readonly waitingOps: number
  /** Whether it is known since the start what waits: before, zero is no promise. */
  readonly isCounted: boolean
  /** Of this run, for a bar. */
  readonly opsSent: number
  readonly opsTotal: number
  /** Milliseconds since 1970; null when this person has never synced here. */
  readonly lastSuccessAt: number | null
  /** As proved by the last answer, never by `navigator.onLine` (SY13). */
  readonly online: 'yes' | 'no' | 'unknown'
}

export interface SyncRunner {
  /** Syncs now, when the page wakes up, and by a timer. */
  start: () => void
  /**
   * No run begins any more. One that is on the way may find the database closed and ends there; what the server
   * has answered by then and the tablet has not noted is answered again next time (SY3).
   */
  stop: () => void
  syncNow: () => Promise<void>
  /** To be called after each save: something waits from now on, and it is offered about a second later. */
  noteSaved: () => void
  /** The same object until something changes. */
  status: () => SyncStatus
  subscribe: (listener: () => void) => () => void
}

export interface SyncRunnerGiven {
  readonly person: string
  readonly replica: Replica
  readonly outbox: FileOutbox & {
    readonly readNote: (name: 'lastSuccessAt') => Promise<unknown>
    readonly writeNote: (name: 'lastSuccessAt', at: number) => Promise<void>
  }
  readonly files: Pick<FileLink, 'send'>
  readonly originals: Pick<OriginalsPolicy, 'load' | 'mayGo' | 'endOnce' | 'onChange'>
  /** `navigator.locks`: one tab syncs (SY13). */
  readonly locks: Pick<LockManager, 'request'>
  /** Between the tabs of this person. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'>
  readonly signals: WakeSignals
  readonly clock: () => number
  readonly random: () => number
}

const idleMs = 60_000
const afterSaveMs = 1_000
const otherTabMs = 5_000

/** What tabs tell each other when something was saved, or a run has ended. */
type TabNews =
  | { readonly type: 'saved' }
  | ({ readonly type: 'ended' } & Pick<SyncStatus, 'problem' | 'lastSuccessAt' | 'online'>)

/**
 * Decides when this tab syncs.
 *
 *     start, shown, online, saved + 1 s, timer ──▶ lock ──▶ ops ──▶ thumbnails ──▶ originals ──▶ 60 s
 *                                                   │ held by another tab: 5 s
 *                                                   └ failed: full-jitter backoff, or what the server asked for
 */
export function createSyncRunner(given: SyncRunnerGiven): SyncRunner {
  const { person, replica, outbox, originals, locks, channel, signals, clock, random } = given
  const watched = createWatched<SyncStatus>(freshStatus)
  const sender = createFileSender({
    files: given.files,
    outbox,
    clock,
    mayOriginalsGo: originals.mayGo,
    onProgress: watched.set,
  })
  let timer: { readonly id: ReturnType<typeof setTimeout>; readonly at: number } | undefined
  let running: Promise<void> | undefined
  let isWantedAgain = false
  let isStopped = true
  let failures = 0
  /** Saves whose ops have not been counted yet. */
  let uncounted = 0
  const endings: (() => void)[] = []

  function runIn(ms: number): void {
    clearTimeout(timer?.id)
    if (isStopped) return
    const id = setTimeout(() => {
      timer = undefined
      const { waitingOps, waitingFiles } = watched.status()
      const isNeeded = signals.isVisible() || waitingOps + waitingFiles > 0
      if (isNeeded) void run()
      else runIn(idleMs)
    }, ms)
    timer = { id, at: clock() + ms }
  }

  async function run(): Promise<void> {
    if (isStopped) return
    isWantedAgain = running !== undefined
    running ??= runOnce().finally(() => {
      running = undefined
    })
    await running
  }

  async function runOnce(): Promise<void> {
    const outcome = await locks
      .request(`isoxa-sync-${person}`, { ifAvailable: true }, async lock =>
        lock ? await syncAll() : ({ type: 'otherTab' } as const),
      )
      .catch((cause: unknown) => ({ type: 'storeFailed' as const, cause }))
    if (outcome.type === 'otherTab') return runIn(otherTabMs)
    if (outcome.type === 'done') {
      failures = 0
      watched.set({ phase: 'idle', problem: outcome.trouble && { type: outcome.trouble }, isCounted: true })
      runIn(isWantedAgain ? 0 : idleMs)
    } else {
      failures++
      const asked = outcome.type === 'busy' ? (outcome.retryAfterMs ?? 0) : 0
      watched.set({
        phase: 'waiting',
        problem: { type: outcome.type === 'refused' ? 'unknown' : outcome.type },
      })
      runIn(Math.max(asked, nextDelay(failures, random)))
    }
    const { problem, lastSuccessAt, online } = watched.status()
    tell({ type: 'ended', problem, lastSuccessAt, online })
  }

  async function syncAll(): Promise<
    { readonly type: 'done'; readonly trouble: SyncTrouble | null } | Exclude<SyncOutcome, { type: 'synced' }>
  > {
    watched.set({ phase: 'syncing' })
    await originals.load()
    await sender.count()
    const synced = await replica.syncOnce()
    if (synced.type !== 'synced') return synced
    const lastSuccessAt = clock()
    watched.set({ lastSuccessAt })
    await outbox.writeNote('lastSuccessAt', lastSuccessAt)
    const sent = await sender.sendAll(syncWaitingOps)
    if (sent.type !== 'sent') return sent
    originals.endOnce()
    const trouble = synced.unsound.length > 0 ? 'checksum' : sent.refused > 0 ? 'fileRefused' : null
    return { type: 'done', trouble }
  }

  /** Text goes before photos, also the text saved while photos are on the way. */
  async function syncWaitingOps(): Promise<LinkProblem | undefined> {
    await replica.refresh()
    if (replica.status().waitingOps === 0) return undefined
    const outcome = await replica.syncOnce()
    if (outcome.type === 'storeFailed') throw outcome.cause
    return outcome.type === 'synced' ? undefined : outcome
  }

  function follow(): void {
    const { sentInThisRun, online, ...counted } = replica.status()
    const waitingOps = Math.max(counted.waitingOps, Math.min(uncounted, 1))
    watched.set({ waitingOps, opsSent: sentInThisRun, opsTotal: sentInThisRun + waitingOps, online })
  }

  function tell(news: TabNews): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
    if (!isStopped) channel.postMessage(news)
  }

  async function recount(): Promise<void> {
    await replica.refresh()
    if (!running) await sender.count()
  }

  /** Not before the screen has said that it is saved: counting and telling other tabs takes as long as drawing it. */
  async function countSaved(): Promise<void> {
    await new Promise(resolve => {
      setTimeout(resolve)
    })
    tell({ type: 'saved' })
    await recount().catch(() => undefined)
    uncounted--
    follow()
  }

  function hear({ data }: MessageEvent): void {
    const news = data as TabNews
    void recount().catch(() => undefined)
    if (news.type !== 'ended' || running) return
    const { problem, lastSuccessAt, online } = news
    watched.set({ phase: problem ? 'waiting' : 'idle', problem, lastSuccessAt, online })
    runIn(idleMs)
  }

  async function readLastSuccess(): Promise<void> {
    const at = await outbox.readNote('lastSuccessAt')
    if (typeof at === 'number' && watched.status().lastSuccessAt === null) watched.set({ lastSuccessAt: at })
  }

  return {
    start() {
      isStopped = false
      channel.addEventListener('message', hear)
      endings.push(
        () => channel.removeEventListener('message', hear),
        signals.onWake(() => void run()),
        originals.onChange(() => void run()),
        replica.subscribe(follow),
      )
      void readLastSuccess()
        .then(recount)
        .then(() => watched.set({ isCounted: true }))
        .catch(() => undefined)
        .then(run)
    },
    stop() {
      isStopped = true
      clearTimeout(timer?.id)
      for (const end of endings.splice(0)) end()
    },
    async syncNow() {
      sender.forgetRefusals()
      await run()
    },
    noteSaved() {
      uncounted++
      follow()
      void countSaved()
      // While the server is out of reach, saving must not become a way of knocking every second.
      if (failures > 0) return
      if (running) isWantedAgain = true
      else if (!timer || timer.at > clock() + afterSaveMs) runIn(afterSaveMs)
    },
    status: watched.status,
    subscribe: watched.subscribe,
  }
}

const freshStatus: SyncStatus = {
  phase: 'idle',
  problem: null,
  waitingOps: 0,
  isCounted: false,
  waitingFiles: 0,
  waitingForWifi: new Set(),
  sending: null,
  refusedFiles: new Map(),
  opsSent: 0,
  opsTotal: 0,
  filesSent: 0,
  filesTotal: 0,
  lastSuccessAt: null,
  online: 'unknown',
}
