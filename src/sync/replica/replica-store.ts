import type { JsonValue } from '../../lib/json-value.ts'
import type { Cursor, HeldReason } from '../protocol/wire.ts'
import type { DeviceId, FeedId, Op, OpId, ThingId } from '../protocol/op.ts'
import type { Row } from './row.ts'

/** One field the person changed. */
export interface Change {
  readonly feed: FeedId
  readonly type: string
  readonly thing: ThingId
  readonly field: string
  readonly value: JsonValue
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

/** An op that the server holds, kept until the person has settled it (SY4, SY10). */
export interface HeldRecord {
  readonly op: Op
  readonly reason: HeldReason
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Outgoing {
  readonly device: DeviceId
  readonly ops: readonly Op[]
  readonly cursors: Readonly<Record<FeedId, Cursor>>
}

/**
 * What the replica needs of the tablet's database. Each function is one transaction: it is durable when it
 * resolves and nothing of it happened when it rejects. Inside `update` reads see the transaction's own writes.
 */
export interface ReplicaStore {
  /** Ops waiting, oldest first, up to about `maxBytes` of JSON (at least one), and all cursors. Marks them offered. */
  takeOutgoing: (maxBytes: number) => Promise<Outgoing>
  update: <T>(work: (transaction: ReplicaTransaction) => Promise<T>) => Promise<T>
}

export interface ReplicaTransaction {
  rows: (keys: readonly (readonly [ThingId, string])[]) => Promise<readonly (Row | undefined)[]>
  putRows: (rows: readonly Row[]) => Promise<void>
  /** Removes all rows of a feed that have no pending op, and its cursor. */
  dropFeed: (feed: FeedId) => Promise<void>
  feedState: (feed: FeedId) => Promise<FeedState | undefined>
  putFeedState: (feed: FeedId, state: FeedState) => Promise<void>
  outboxOf: (ids: readonly OpId[]) => Promise<readonly (Op | undefined)[]>
  removeFromOutbox: (ids: readonly OpId[]) => Promise<void>
  putHeld: (held: readonly HeldRecord[]) => Promise<void>
  hasPendingIn: (feed: FeedId) => Promise<boolean>
  renewDevice: () => Promise<void>
}

/** Where a feed stands on the tablet; count and checksum are of its server versions (SY7). */
export interface FeedState {
  readonly epoch: string
  readonly cursor: number
  readonly count: number
  readonly checksum: number
}
