import type { CompiledForm } from '../../domain/forms/compile-form.ts'
import type { Directory } from '../../domain/people/directory.ts'
import type { Scope } from '../../domain/people/scope.ts'
import type { QuizKey } from '../../domain/responses/grade-quiz.ts'
import type { FormName } from '../../domain/responses/response.ts'
import { protocolVersion, type FeedId, type Op } from '../protocol/op.ts'
import { upcasters, type Upcaster } from '../protocol/upcast-op.ts'
import type { Answer, SyncRequest, SyncResponse } from '../protocol/wire.ts'
import type { EntryStore } from './entry-store.ts'
import type { SeatStore } from './seat-store.ts'
import { pullFeeds } from './pull-feeds.ts'
import { pushOps } from './push-ops.ts'
import { hasSaneDevice } from './refuse-at-door.ts'
import type { SystemChange } from './system-op.ts'
import { tellBackup } from './tell-backup.ts'
import { writeChanges } from './write-changes.ts'

/** Who speaks, as the server's own session knows them; nothing of it comes from the request (SY9). */
export interface Speaker {
  readonly person: string
  readonly scope: Scope
  /** Everybody's assignments: a plan may name others; what was held is judged by those of its day. */
  readonly directory: Pick<Directory, 'assignmentsOf' | 'tree'>
}

export interface Authority {
  /**
   * Pushes, then pulls (SY3–SY9). The request's person must be the speaker's. Rejects only when the
   * store does; then nothing of a feed was taken by halves, and the same request may come again.
   */
  sync: (speaker: Speaker, request: SyncRequest) => Promise<SyncResponse>
  /**
   * Pushes alone, for work that somebody else brought along (SY16): whoever brings it learns nothing of the feeds.
   * `speaker` is the author, as their device's signature proves it, with the scope they have now.
   */
  take: (speaker: Speaker, ops: readonly Op[]) => Promise<readonly Answer[]>
  /**
   * The server's own word: sets fields without asking scope or rules, in one commit. Fields that have
   * the value already are passed over, so seeding twice is seeding once. Resolves to the number written.
   */
  write: (feed: FeedId, changes: readonly SystemChange[], author?: string) => Promise<number>
  /**
   * The same, if the feed still ends where it did when the changes were thought out; otherwise nothing is written and it
   * resolves to false.
   */
  writeAt: (
    feed: FeedId,
    changes: readonly SystemChange[],
    given: { readonly head: number; readonly author: string },
  ) => Promise<boolean>
}

export interface AuthorityNeeds {
  readonly store: EntryStore
  readonly seats: SeatStore
  readonly findForm: (name: FormName) => CompiledForm | undefined
  /** The key of a quiz; undefined for every other form. */
  readonly findKey: (name: FormName) => QuizKey | undefined
  /** Called before ops are judged: `findForm` then knows every version that was published until now. */
  readonly refreshForms: () => Promise<void>
  readonly clock: { readonly nowMs: () => number }
  /** The calendar day of an instant where the communes are, `YYYY-MM-DD`. */
  readonly dayOf: (ms: number) => string
  /** A new random id, unique for ever. */
  readonly newId: () => string
  /** How ops of older builds are understood; left out, as this build does (SY14). */
  readonly steps?: readonly Upcaster[]
}

/** The server's half of sync. */
export function createAuthority(needs: AuthorityNeeds): Authority {
  const { store, seats, findForm, findKey, refreshForms, clock, dayOf, newId, steps = upcasters } = needs

  /** Another op under the same number of the same device: two tablets think they are one (SY2). */
  async function isCloned(device: string, ops: readonly Op[]): Promise<boolean> {
    const own = ops.filter(op => op.device === device)
    if (own.length === 0) return false
    const used = await store.findSequences(device, [...new Set(own.map(op => op.seq))])
    return own.some(op => [...(used.get(op.seq) ?? [])].some(id => id !== op.id))
  }

  async function take(
    { person: author, scope, directory }: Speaker,
    ops: readonly Op[],
    cursors: SyncRequest['cursors'] = {},
  ): Promise<readonly Answer[]> {
    if (ops.length > 0) await refreshForms()
    const { nowMs } = clock
    const judgement = { author, scope, directory, findForm, findKey, dayOf, steps }
    return pushOps(ops, { ...judgement, store, cursors, nowMs })
  }

  return {
    async sync(speaker, { person: claimed, device, ops, cursors, room, backup: known = 0, seat }) {
      const { person, scope } = speaker
      if (claimed !== person) throw new Error('the outbox of one person came with the session of another')
      const answers = await take(speaker, ops, cursors)
      const taken = ops.filter((_, at) => answers[at]?.result !== 'held')
      const won = ops.filter((_, at) => isNewlyWon(answers[at]))
      const inScope = new Set(scope.feeds)
      const { epoch, pages } = await pullFeeds(store, {
        feeds: scope.feeds,
        cursors,
        room,
        acknowledged: new Set(won.map(op => op.id)),
      })
      const ownSeat = hasSaneDevice(device) ? await seats.seatOf({ person, device, known: seat }) : seat
      const isEpochKnown = Object.values(cursors).some(([known]) => known === epoch)
      return {
        protocol: protocolVersion,
        now: clock.nowMs(),
        answers,
        pages,
        gone: Object.keys(cursors).filter(feed => !inScope.has(feed)),
        ...(!isEpochKnown && { epoch }),
        renewDevice: await isCloned(device, taken),
        ...(ownSeat !== seat && { seat: ownSeat }),
        backup: await tellBackup(store, { feeds: scope.feeds, cursors, known }),
      }
    },
    take: (speaker, ops) => take(speaker, ops),
    async write(feed, changes, author) {
      const written = await writeChanges(feed, changes, { store, author, nowMs: clock.nowMs, newId })
      return written ?? 0
    },
    async writeAt(feed, changes, { head, author }) {
      const given = { store, author, nowMs: clock.nowMs, newId, head }
      return (await writeChanges(feed, changes, given)) !== undefined
    },
  }
}

/** A duplicate is told of once more: its answer alone does not say when the server took it. */
const isNewlyWon = (answer: Answer | undefined): boolean =>
  (answer?.result === 'ok' || answer?.result === 'conflict') && answer.wins
