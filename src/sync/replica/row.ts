import type { JsonValue } from '../../lib/json-value.ts'
import type { FeedId, Hlc, OpId, ThingId } from '../protocol/op.ts'

/** A version of a field as the server has it. */
export interface ServerVersion {
  readonly value: JsonValue
  readonly op: OpId
  readonly hlc: Hlc
  readonly author: string
  /** When the server took it, milliseconds since 1970. */
  readonly at: number
  readonly seq: number
}

/**
 * A field as the tablet keeps it. Without a pending op, value, op, author … are the server's version, kept once;
 * with one they are the person's, and `server` has what lies below.
 */
export interface Row {
  readonly feed: FeedId
  readonly type: string
  readonly thing: ThingId
  readonly field: string
  /** What the person sees. */
  readonly value: JsonValue
  /** The op that set it. */
  readonly op: OpId
  readonly hlc: Hlc
  readonly author: string
  /** When it was recorded (pending) or taken by the server, milliseconds since 1970. */
  readonly at: number
  /** The feed's sequence; `pendingSeq` while the server does not have the value. */
  readonly seq: number
  /** The newest outbox op of the field. */
  readonly pending: OpId | null
  /** Below a pending value: what the server is known to have. Null without a pending op. */
  readonly server: ServerVersion | null
  /** The server is not known to have it: its pull, from zero, is still on the way. Never beside `pending`. */
  readonly isStale?: true
}

/** Sorts after every sequence a server gives. */
export const pendingSeq = Number.MAX_SAFE_INTEGER

/** What the server is known to have for the field. */
export function serverVersion(row: Row | undefined): ServerVersion | null {
  if (!row || row.isStale) return null
  if (row.pending !== null) return row.server
  const { value, op, hlc, author, at, seq } = row
  return { value, op, hlc, author, at, seq }
}
