import type { JsonValue } from '../../lib/json-value.ts'
import type { Answer, HeldReason } from '../protocol/wire.ts'
import type { Entry, FeedId, Op, OpId, ThingId } from '../protocol/op.ts'

/** A feed as a whole (SY7, SY8, SY11). A feed nobody wrote to has head 0. */
export interface FeedHead {
  readonly feed: FeedId
  readonly epoch: string
  /** The last sequence given. */
  readonly head: number
  readonly count: number
  readonly checksum: number
  /** Last link of the hash chain as it was read; the store itself makes the next ones (SY15). */
  readonly chain: string
}

/** How far the newest backup goes, and since which backup each feed is at that sequence. */
export interface StoredBackup {
  readonly at: number
  readonly epoch: string
  readonly heads: ReadonlyMap<FeedId, { readonly head: number; readonly since: number }>
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
  /** What the log has of ops with these ids, whatever feed took them. */
  findLogged: (ids: readonly OpId[]) => Promise<ReadonlyMap<OpId, LogRecord>>
  /** Which feeds things live in, whatever feeds these are; a thing nobody wrote to is missing. */
  findFeedsOf: (things: readonly ThingId[]) => Promise<ReadonlyMap<ThingId, FeedId>>
  /** All entries of some things of this feed. */
  entriesOf: (things: readonly ThingId[]) => Promise<readonly Entry[]>
  /** At most once. Appends to the log, puts entries, claims new things, keeps held ops, moves the head. */
  commit: (change: FeedChange) => Promise<void>
}

export interface FeedChange {
  /** Sequences head+1 … head+n, in this order. */
  readonly log: readonly LogRecord[]
  /** At most one for each field. */
  readonly entries: readonly Entry[]
  /** Things that lived in no feed until now. */
  readonly newThings: readonly ThingId[]
  /** The same op of the same author is kept once, with its latest reason; one that is logged now is let go. */
  readonly held: readonly HeldOp[]
  readonly head: FeedHead
}

export interface PulledEntries {
  readonly head: FeedHead
  /** In the order of their sequences. */
  readonly entries: readonly Entry[]
  /** Of the entries as JSON, about. */
  readonly bytes: number
  /** There are entries after these. */
  readonly more: boolean
}

export interface ValueCount {
  readonly value: JsonValue
  readonly count: number
}

/** Held ops of a person, and of others in some feeds. */
export interface HeldFilter {
  readonly author: string
  readonly feeds: readonly FeedId[]
  /** Only those that come after this one in the list, which goes from new to old. */
  readonly before?: HeldMark | undefined
}

/** A held op's place in the list: by `at`, and among those of one instant by the store's own `key`. */
export interface HeldMark {
  readonly at: number
  readonly key: string
}

/**
 * Where the authority keeps what it accepted. Strict: when `inFeed` resolves, the change is on disk;
 * when it rejects, nothing of it is there. Two `inFeed` of one feed never overlap (SY3). `work` may be
 * run again from the start when the database asks for it, so it changes nothing outside.
 */
export interface EntryStore {
  inFeed: <T>(feed: FeedId, work: (transaction: FeedTransaction) => Promise<T>) => Promise<T>
  /** What the log has of ops with these ids. */
  findLogged: (ids: readonly OpId[]) => Promise<ReadonlyMap<OpId, LogRecord>>
  /** Keeps ops that no feed may see, in the way of `FeedChange.held`. */
  hold: (held: readonly HeldOp[]) => Promise<void>
  /** Every feed asked for, those that nobody wrote to as well. */
  heads: (feeds: readonly FeedId[]) => Promise<ReadonlyMap<FeedId, FeedHead>>
  /** Entries with sequence > `after`, at least one if there is one, about `maxBytes` of JSON. One snapshot. */
  readAfter: (feed: FeedId, after: number, maxBytes: number) => Promise<PulledEntries>
  /** All entries of some types in a feed (the directory is read so). */
  readTypes: (feed: FeedId, types: readonly string[]) => Promise<readonly Entry[]>
  /** All entries of one thing of a feed, as they are now, without the feed's lock. */
  readThing: (feed: FeedId, thing: ThingId) => Promise<readonly Entry[]>
  /**
   * All entries of the next things of a type in a feed: at most `most` things, those whose ids come after `after` in
   * the store's own order. Those of one thing stand together and are of one snapshot. With `fields` only the entries of
   * these fields (one that ends in `/` stands for all that begin so), and only things that have one.
   */
  readThings: (
    feed: FeedId,
    given: {
      readonly type: string
      readonly after: ThingId
      readonly most: number
      readonly fields?: readonly string[] | undefined
    },
  ) => Promise<readonly Entry[]>
  /** How many things of these feeds have which value in a field. */
  countValues: (
    feeds: readonly FeedId[],
    given: { readonly type: string; readonly field: string },
  ) => Promise<readonly ValueCount[]>
  /**
   * The newest `most` held ops of a person, and of others in feeds where no reviewer has settled them, that are `bytes`
   * of JSON together (one at least), oldest first.
   */
  listHeld: (
    filter: HeldFilter & { readonly most: number; readonly bytes: number },
  ) => Promise<readonly HeldOp[]>
  /** What is held under these op ids, of whomever. */
  findHeld: (ids: readonly OpId[]) => Promise<readonly HeldOp[]>
  /** How many there are of these. */
  countHeld: (filter: HeldFilter) => Promise<number>
  /** The newest backup, as far as it is of these feeds and newer than `after`; undefined when there is none such. */
  findBackup: (feeds: readonly FeedId[], after: number) => Promise<StoredBackup | undefined>
  /** The op ids that a device has used for these sequence numbers (SY2). */
  findSequences: (device: string, seqs: readonly number[]) => Promise<ReadonlyMap<number, ReadonlySet<OpId>>>
}
