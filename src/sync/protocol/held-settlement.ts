import { parseResponseField, responseType } from '../../domain/responses/response-fields.ts'
import { parseFeedId } from '../../domain/people/feed.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import type { FeedId, Op } from './op.ts'
import type { HeldReason } from './wire.ts'

/** `accepted`: a reviewer vouches for the value and sets it. `dismissed`: it is not to be set, for a reason. */
export const settlings = ['accepted', 'dismissed'] as const
export type Settling = (typeof settlings)[number]

/** What a reviewer has decided about somebody's held op (SY4). */
export interface HeldSettlement {
  readonly result: Settling
  /** In the reviewer's words; a dismissal has some. */
  readonly note: string
}

/** What a reviewer can do about a held op: settle it, or ask its author to correct it or to send it again. */
export type HeldWay = Settling | 'asked'

/** Settlements lie in the feed of what was held: who reads the one reads the other. */
export const settlementTypes = { unit: 'heldWork', audit: 'heldAuditWork' } as const

/** The type of settlements in a feed; undefined where none are made. */
export function settlementTypeOf(feed: FeedId): string | undefined {
  const feedClass = parseFeedId(feed)?.feedClass
  return feedClass === 'unit' || feedClass === 'audit' ? settlementTypes[feedClass] : undefined
}

const longestNote = 2000

export function readSettlement(value: JsonValue | undefined): HeldSettlement | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { result, note } = value as Record<string, JsonValue>
  const known = settlings.find(name => name === result)
  return known && typeof note === 'string' && note.length <= longestNote ? { result: known, note } : undefined
}

/** A reviewer's question to the author, in the reviewer's words; undefined when it is none. */
export function readHeldQuestion(value: JsonValue | undefined): { readonly note: string } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { note } = value as Record<string, JsonValue>
  return typeof note === 'string' && note.trim() !== '' && note.length <= longestNote ? { note } : undefined
}

/**
 * What a reviewer may do about each reason. Its author can always send it again or let go of it; to be asked is of use
 * wherever they can correct something, or the reviewer has opened what was closed, or given the role back.
 */
const waysByReason: Readonly<Record<HeldReason, readonly HeldWay[]>> = {
  // The role ended or moved while the tablet was offline: the reviewer can vouch for what was done before.
  outOfScope: ['accepted', 'asked', 'dismissed'],
  notYourRole: ['accepted', 'asked', 'dismissed'],
  notIndependent: ['asked', 'dismissed'],
  locked: ['asked', 'dismissed'],
  illegalMove: ['asked', 'dismissed'],
  incomplete: ['asked', 'dismissed'],
  reasonMissing: ['asked', 'dismissed'],
  unknownType: ['asked', 'dismissed'],
  unknownField: ['asked', 'dismissed'],
  badValue: ['asked', 'dismissed'],
  // Only a newer server mends it; then the tablet has it taken by sending it again.
  newerSchema: [],
  tooLarge: ['asked', 'dismissed'],
  otherFeed: ['asked', 'dismissed'],
  opIdReused: ['asked', 'dismissed'],
}

/** What is said in one's own name (a signature, a move, a comment) nobody accepts for another; photos have an owner. */
const acceptedKinds: readonly unknown[] = ['answer', 'note', 'confirmed', 'row']

/** What a reviewer may do about a held op; nothing for a reason that this build does not know. */
export function waysToSettle({
  op: { type, field },
  reason,
}: {
  readonly op: Pick<Op, 'type' | 'field'>
  readonly reason: string
}): readonly HeldWay[] {
  const ways = Object.hasOwn(waysByReason, reason) ? waysByReason[reason as HeldReason] : []
  const isAcceptable = type === responseType && acceptedKinds.includes(parseResponseField(field)?.kind)
  return isAcceptable ? ways : ways.filter(way => way !== 'accepted')
}
