import type { JsonValue } from '../../lib/json-value.ts'
import type { DeviceId, Entry, FeedId, Hlc, Op, OpId, ThingId } from './op.ts'

/** Where a replica stands in a feed: the epoch it knows and the last sequence it has (SY8, SY11). */
export type Cursor = readonly [epoch: string, seq: number]

/** One `POST /api/sync` pushes and pulls. */
export interface SyncRequest {
  readonly protocol: number
  /** Whose outbox this is; the session must be theirs, else nothing is taken. */
  readonly person: string
  readonly device: DeviceId
  readonly ops: readonly Op[]
  readonly cursors: Readonly<Record<FeedId, Cursor>>
  /** Bytes of entries the replica wants at most in the answer. */
  readonly room: number
  /** `at` of the newest backup it knows of; left out when of none. */
  readonly backup?: number | undefined
  /** The number that the person has at this tablet; left out while it has none. */
  readonly seat?: number | undefined
}

/** How far the server's newest backup goes: the third of the three honest states (SY11, SY15). */
export interface BackupMark {
  /** When it was begun, milliseconds since 1970 on the server. Files stored by then are in it. */
  readonly at: number
  /** Of the feeds it speaks of; in another epoch it says nothing. */
  readonly epoch: string
  /** The last sequence of a feed that is in it. What was the same in the backup before is left out. */
  readonly heads: Readonly<Record<FeedId, number>>
}

/** Why an op is held; the app has a sentence for each (SY4). */
export type HeldReason =
  | 'outOfScope'
  | 'notYourRole'
  /** The area is the auditor's own work. */
  | 'notIndependent'
  | 'locked'
  | 'illegalMove'
  | 'incomplete'
  | 'reasonMissing'
  | 'unknownType'
  | 'unknownField'
  | 'badValue'
  /** Of a build newer than the server: it can be judged once the server is as new. */
  | 'newerSchema'
  | 'tooLarge'
  | 'otherFeed'
  | 'opIdReused'

/** The server's word about one op (SY3). `wins` tells whether its value is the field's now that all ops are in. */
export type Answer =
  | {
      readonly result: 'ok' | 'duplicate' | 'conflict'
      readonly seq: number
      readonly hlc: Hlc
      readonly wins: boolean
    }
  | { readonly result: 'held'; readonly reason: HeldReason }

/** An entry on the wire: `[seq, type, thing, field, value, hlc, op, author, at]`. */
export type WireEntry = readonly [
  seq: number,
  type: string,
  thing: ThingId,
  field: string,
  value: JsonValue,
  hlc: Hlc,
  op: OpId,
  author: string,
  at: number,
]

/** What a feed had after the cursor. `count` and `checksum` speak of the whole feed at `head` (SY7). */
export interface FeedPage {
  readonly feed: FeedId
  readonly epoch: string
  readonly head: number
  /** The replica's cursor after this page. */
  readonly cursor: number
  readonly more: boolean
  readonly count: number
  readonly checksum: number
  /** Last link of the feed's hash chain at `head` (SY15); '' for a feed nobody wrote to. Old servers leave it out. */
  readonly chain?: string | undefined
  readonly entries: readonly WireEntry[]
}

export interface SyncResponse {
  readonly protocol: number
  readonly now: number
  /** One for each op of the request, in its order. */
  readonly answers: readonly Answer[]
  /** Feeds with something new, or new to the replica. */
  readonly pages: readonly FeedPage[]
  /** Feeds of the request's cursors that are out of the person's scope now (SY9). */
  readonly gone: readonly FeedId[]
  /** The epoch of all feeds, unless a cursor of the request has it: also who reads none must hear of a new one (SY11). */
  readonly epoch?: string | undefined
  /** The device sequence was used by another tablet: take a new device id (SY2). */
  readonly renewDevice: boolean
  /** The number of the person at this tablet, for ever theirs; left out when the request names the same one. */
  readonly seat?: number | undefined
  /** Only when there is a newer one than the replica knows. */
  readonly backup?: BackupMark | undefined
}

export const toWireEntry = (e: Entry): WireEntry => [
  e.seq,
  e.type,
  e.thing,
  e.field,
  e.value,
  e.hlc,
  e.op,
  e.author,
  e.at,
]

export const fromWireEntry = (
  feed: FeedId,
  [seq, type, thing, field, value, hlc, op, author, at]: WireEntry,
): Entry => ({ feed, seq, type, thing, field, value, hlc, op, author, at })
