import type { JsonValue } from '../../lib/json-value.ts'
import type { FeedId, Hlc, OpId, ThingId } from '../protocol/op.ts'

/** A version of a field as the server has it. */
export interface ServerVersion {
  readonly value: JsonValue
  readonly op: OpId
  readonly hlc: Hlc
  readonly author: string
  readonly at: number
  readonly seq: number
}

/**
 * A field as the tablet keeps it: what the person sees, and below it what the server is known to have.
 * `pending` names the newest outbox op of the field; without one the person sees the server's version.
 */
export interface Row {
  readonly feed: FeedId
  readonly type: string
  readonly thing: ThingId
  readonly field: string
  /** What the person sees. */
  readonly value: JsonValue
  readonly author: string
  /** When it was recorded (pending) or taken by the server, milliseconds since 1970. */
  readonly at: number
  /** The feed's sequence; Infinity-like `pendingSeq` while the server does not have the value. */
  readonly seq: number
  readonly pending: OpId | null
  readonly server: ServerVersion | null
}

/** Sorts after every sequence a server gives. */
export const pendingSeq = Number.MAX_SAFE_INTEGER
