import type { FeedId } from '../../../sync/protocol/op.ts'
import type { World } from './entity-set.ts'

/**
 * What was made of one feed each, kept until something that it was made of is another. It belongs to nobody: whoever
 * takes from it must be allowed to read the feed, and that is asked before, each time (SY9).
 */
export interface RowMemo {
  /** Of what type it is, the name says. */
  readonly find: (name: string, stamp: Stamp) => unknown
  /** `rows`: how many rows it holds; what holds too many is not kept. */
  readonly keep: (name: string, stamp: Stamp, value: unknown, rows: number) => void
}

/** What a thing of the memo was made of. */
export interface Stamp {
  readonly feed: FeedId
  /** The day, how far the feed was, and the mark of the reference feed, before anything was read. */
  readonly made: string
  /** The units it was made with; they may be older than the mark, by a moment. */
  readonly tree: World['directory']['tree']
}

interface Kept {
  readonly stamp: Stamp
  readonly value: unknown
  readonly rows: number
}

/** About forty megabytes of rows; one commune does not take the room of all others. */
const usual = { most: 100_000, mostOfOne: 5_000 }

export function createRowMemo({ most, mostOfOne } = usual): RowMemo {
  const kept = new Map<string, Kept>()
  let rows = 0

  function drop(key: string): void {
    rows -= kept.get(key)?.rows ?? 0
    kept.delete(key)
  }

  return {
    find(name, stamp) {
      const key = `${name} ${stamp.feed}`
      const known = kept.get(key)
      if (!known) return undefined
      if (known.stamp.made !== stamp.made || known.stamp.tree !== stamp.tree) {
        drop(key)
        return undefined
      }
      // The last ones asked for are the last ones to go.
      kept.delete(key)
      kept.set(key, known)
      return known.value
    },
    keep(name, stamp, value, own) {
      const key = `${name} ${stamp.feed}`
      drop(key)
      // Even what holds no row takes some room.
      const weight = own + 1
      if (weight > mostOfOne) return
      kept.set(key, { stamp, value, rows: weight })
      rows += weight
      for (const oldest of kept.keys()) {
        if (rows <= most) break
        drop(oldest)
      }
    },
  }
}

/** The stamps of feeds as they are now; a feed that nobody wrote to has none. */
export async function readStamps(
  { entries, referenceFeed, markReference, directory, today }: World,
  feeds: readonly FeedId[],
): Promise<ReadonlyMap<FeedId, Stamp>> {
  const heads = await entries.heads([...new Set([referenceFeed, ...feeds])])
  const reference = await markReference(heads.get(referenceFeed))
  const stamps = new Map<FeedId, Stamp>()
  for (const feed of feeds) {
    const head = heads.get(feed)
    // The chain as well: after a restore the same sequence may stand for something else.
    if (head?.head)
      stamps.set(feed, {
        feed,
        made: JSON.stringify([today, reference, head.epoch, head.head, head.chain]),
        tree: directory.tree,
      })
  }
  return stamps
}
