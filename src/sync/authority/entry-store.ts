import type { Answer, HeldReason } from '../protocol/wire.ts'
import type { Entry, FeedId, Hlc, Op, OpId, ThingId } from '../protocol/op.ts'

/** A feed as a whole (SY7, SY8, SY11). A feed nobody wrote to has head 0. */
export interface FeedHead {
  readonly feed: FeedId
  readonly epoch: string
  /** The last sequence given. */
  readonly head: number
  readonly count: number
  readonly checksum: number
}

/** What the log keeps of an op it took, for ever (SY15). */
export interface LogRecord {
  readonly op: Op
  readonly author: string
  /** Milliseconds since 1970 on the server. */
  readonly at: number
  readonly answer: Exclude<Answer, { result: 'held' }>
}

/** An op that was not taken, and why (SY4). */
export interface HeldOp {
  readonly op: Op
  readonly author: string
  readonly at: number
  readonly reason: HeldReason
}

/**
 * One feed under its lock, inside one database transaction: what is read stays true until the
 * transaction ends, what is written is there altogether or not at all.
 */
export interface FeedTransaction {
  readonly head: FeedHead
  /** Answers given before to ops with these ids, held ones too, whatever feed took them. */
  findAnswers: (ids: readonly OpId[]) => Promise<ReadonlyMap<OpId, KnownOp>>
  /** The effective clock of a logged op of this feed. */
  findHlc: (id: OpId) => Promise<Hlc | undefined>
  /** Which feed a thing lives in, whatever feed that is. */
  findFeedOf: (thing: ThingId) => Promise<FeedId | undefined>
  entriesOf: (thing: ThingId) => Promise<readonly Entry[]>
  /** Appends to the log with sequences head+1…, puts entries, claims new things, moves head, count, checksum. */
  commit: (change: FeedChange) => Promise<void>
}

export interface KnownOp {
  readonly answer: Answer
  readonly device: string
  readonly seq: number
}

export interface FeedChange {
  /** In the order of their sequences, which are dense. */
  readonly log: readonly LogRecord[]
  readonly entries: readonly Entry[]
  readonly held: readonly HeldOp[]
  /** Ids of held ops that were taken after all. */
  readonly released: readonly OpId[]
  readonly head: FeedHead
}

/**
 * Where the authority keeps what it accepted. Strict: when `inFeed` resolves, the change is on disk;
 * when it rejects, nothing of it is there. Two `inFeed` of one feed never overlap (SY3).
 */
export interface EntryStore {
  inFeed: <T>(feed: FeedId, work: (transaction: FeedTransaction) => Promise<T>) => Promise<T>
  heads: (feeds: readonly FeedId[]) => Promise<ReadonlyMap<FeedId, FeedHead>>
  /** Entries with sequence > `after`, in order, at least one if there is one, about `maxBytes` of JSON at most. */
  readAfter: (
    feed: FeedId,
    after: number,
    maxBytes: number,
  ) => Promise<{ readonly head: FeedHead; readonly entries: readonly Entry[]; readonly more: boolean }>
  /** All entries of some types in a feed (the directory is read so). */
  readTypes: (feed: FeedId, types: readonly string[]) => Promise<readonly Entry[]>
  /** Held ops of a person, and of feeds. */
  listHeld: (filter: { readonly author: string; readonly feeds: readonly FeedId[] }) => Promise<readonly HeldOp[]>
  /** The op ids that a device has used for these sequence numbers (SY2). */
  findSequences: (device: string, seqs: readonly number[]) => Promise<ReadonlyMap<number, OpId>>
}
