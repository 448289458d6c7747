import type { Entry, FeedId, ThingId } from '../protocol/op.ts'

/** A thing of another feed that decides about a change. */
export interface Leaning {
  readonly feed: FeedId
  readonly thing: ThingId
}

/** What ops of a feed have to ask of others before they are judged. */
export type Leaned = ReadonlyMap<ThingId, readonly Entry[]>
