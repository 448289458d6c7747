import type { JsonValue } from '../../lib/json-value.ts'
import type { BackupMark, Cursor, HeldReason } from '../protocol/wire.ts'
import type { DeviceId, FeedId, Op, OpId, ThingId } from '../protocol/op.ts'
import type { Row } from './row.ts'

/** One field the person changed. */
export interface Change {
  readonly feed: FeedId
  readonly type: string
  readonly thing: ThingId
  readonly field: string
  readonly value: JsonValue
  /**
   * The op whose value the person saw (`row.op` of the row on the screen), null when there was none. Left out:
   * what is stored now. Give it where a pull may have come in between, or the other's value is lost unseen (SY6).
   */
  readonly seen?: OpId | null
}

/** A file the person added: its bytes are saved in the same transaction as the op that names it (SY1). */
export interface NewFile {
  /** SHA-256, hex. */
  readonly sha256: string
  readonly type: string
  readonly bytes: ArrayBuffer
  /** Thumbnails travel before originals (SY12). */
  readonly isThumb: boolean
}

/** An op in the outbox. Once it was offered it never changes, for the server may have it. */
export interface OutboxItem {
  readonly op: Op
  /** Length of its JSON. */
  readonly bytes: number
  readonly isOffered: boolean
}

/** An op that the server holds, kept until the person has settled it and after that too (SY4, SY10). */
export interface HeldRecord {
  readonly op: Op
  readonly reason: HeldReason
  /** Milliseconds since 1970. */
  readonly at: number
  /** When the person let go of the change. */
  readonly settledAt?: number
}

export interface Outgoing {
  readonly device: DeviceId
  readonly ops: readonly Op[]
  /** A feed whose epoch is not known yet has the epoch ''. */
  readonly cursors: Readonly<Record<FeedId, Cursor>>
  /** `at` of the newest backup that the tablet knows of; 0 when of none. */
  readonly backup: number
  /** The number of the person at this tablet, as the server gave it. */
  readonly seat?: number | undefined
}

/** An op that the server took, and the sequence it got. */
export interface AcknowledgedOp {
  readonly op: Op
  readonly seq: number
}

/**
 * What the replica needs of the tablet's database. Each function is one transaction: it is durable when it
 * resolves and nothing of it happened when it rejects. Inside `update` reads see the transaction's own writes.
 */
export interface ReplicaStore {
  /** Ops waiting, oldest first, up to `maxBytes` of JSON (at least one), and all cursors. Marks them offered. */
  takeOutgoing: (maxBytes: number) => Promise<Outgoing>
  update: <T>(work: (transaction: ReplicaTransaction) => Promise<T>) => Promise<T>
  countWaiting: () => Promise<number>
}

export type RowKey = readonly [thing: ThingId, field: string]

export interface ReplicaTransaction {
  rows: (keys: readonly RowKey[]) => Promise<readonly (Row | undefined)[]>
  rowsOf: (feed: FeedId) => Promise<readonly Row[]>
  putRows: (rows: readonly Row[]) => Promise<void>
  removeRows: (keys: readonly RowKey[]) => Promise<void>
  feedState: (feed: FeedId) => Promise<FeedState | undefined>
  /** Undefined forgets the feed. */
  putFeedState: (feed: FeedId, state: FeedState | undefined) => Promise<void>
  /** Those of the ops that still wait. */
  stillWaiting: (ops: readonly Op[]) => Promise<ReadonlySet<OpId>>
  isWaitingIn: (feed: FeedId) => Promise<boolean>
  /** Out of the outbox; kept as sent, for a server that is restored from a backup (SY11). */
  acknowledge: (ops: readonly AcknowledgedOp[]) => Promise<void>
  /** Out of the outbox, to the held ones. */
  hold: (records: readonly HeldRecord[]) => Promise<void>
  listHeld: () => Promise<readonly HeldRecord[]>
  /** Held ops back into the outbox, as they were. */
  offerHeld: (ops: readonly Op[]) => Promise<void>
  /** Puts the sent ops of a feed, or of all, back into the outbox as they were, and own files to those to be offered (SY11). */
  reoffer: (feed?: FeedId) => Promise<readonly Op[]>
  /** Notes the server's epoch; true when another one was noted before. */
  noteEpoch: (epoch: string) => Promise<boolean>
  /** A new device id, also on the ops that wait (SY2); it has no seat yet. */
  renewDevice: () => Promise<void>
  /** Keeps the number that the server gives the person at this tablet. */
  noteSeat: (seat: number) => Promise<void>
  /** Adds what the server said of its newest backup to what is known of it. */
  noteBackup: (mark: BackupMark) => Promise<void>
}

/** Where a feed stands on the tablet; count and checksum are of its server versions (SY7). */
export interface FeedState {
  /** '' until a page has told it. */
  readonly epoch: string
  readonly cursor: number
  readonly count: number
  readonly checksum: number
  /** It is pulled again from zero: rows still stale at the end are no longer on the server. */
  readonly isRebuilt: boolean
  /** Last link of the server's hash chain when the feed was last read to its end (SY15). */
  readonly chain?: string | undefined
}
