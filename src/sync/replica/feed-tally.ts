import { addToChecksum, takeFromChecksum } from '../protocol/checksum.ts'
import type { FeedState } from './replica-store.ts'
import { serverVersion, type Row } from './row.ts'

/** Keeps count and checksum of a feed's server versions while rows change (SY7). */
export interface FeedTally {
  replace: (before: Row | undefined, after: Row | undefined) => void
  readonly sums: () => Pick<FeedState, 'count' | 'checksum'>
}

export function createFeedTally(start: Pick<FeedState, 'count' | 'checksum'>): FeedTally {
  let { count, checksum } = start
  return {
    replace(before, after) {
      const old = serverOp(before)
      const next = serverOp(after)
      if (old === next) return
      if (before && old !== null) {
        count--
        checksum = takeFromChecksum(checksum, { thing: before.thing, field: before.field, op: old })
      }
      if (after && next !== null) {
        count++
        checksum = addToChecksum(checksum, { thing: after.thing, field: after.field, op: next })
      }
    },
    sums: () => ({ count, checksum }),
  }
}

const serverOp = (row: Row | undefined): string | null => {
  if (row && row.pending === null) return row.isStale ? null : row.op
  return serverVersion(row)?.op ?? null
}
