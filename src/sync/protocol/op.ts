import type { JsonValue } from '../../lib/json-value.ts'

/** 96 random bits, base64url, 16 characters; unique for ever, also across cloned tablets (SY2). */
export type OpId = string
export type DeviceId = string
/** Org unit and class: `05977@2017-10-15/unit` (see domain/people/feed.ts). */
export type FeedId = string
export type ThingId = string
/** One instant of a hybrid logical clock: milliseconds since 1970 × 1024 + counter. Fits 2^53 until 2248. */
export type Hlc = number

/** The unit of change: sets one field of one thing (SY2). */
export interface Op {
  readonly id: OpId
  readonly device: DeviceId
  /** Grows by at least one with each op of a device. */
  readonly seq: number
  /** Ops of one action of the person share it. */
  readonly group: string
  /** Where the thing lives; the server checks it, it never believes it (SY9). */
  readonly feed: FeedId
  readonly type: string
  readonly thing: ThingId
  readonly field: string
  readonly value: JsonValue
  readonly hlc: Hlc
  /** The op whose value the person saw when changing the field; null when there was none (SY5, SY6). */
  readonly base: OpId | null
  readonly schema: number
}

/** The value of a field as the server has it. */
export interface Entry {
  readonly feed: FeedId
  readonly type: string
  readonly thing: ThingId
  readonly field: string
  readonly value: JsonValue
  /** The feed's dense sequence at which the field last changed (SY8). */
  readonly seq: number
  /** Effective clock (SY5); its milliseconds tell when the change was recorded. */
  readonly hlc: Hlc
  readonly op: OpId
  /** The person, as the server's session knows them. */
  readonly author: string
  /** When the server took it, milliseconds since 1970. */
  readonly at: number
}

/** Schema of ops and fields this build writes. Changes are additive (SY14). */
export const schemaVersion = 1
/** Protocol of the wire this build speaks. */
export const protocolVersion = 1
/** The oldest protocol that the server still takes: those of the two releases before are never refused (SY14). */
export const oldestProtocol = 1
