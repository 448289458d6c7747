import type { LogRecord } from '../../sync/authority/entry-store.ts'
import { rowToRecord } from './entry-rows.ts'
import { chainStart, nextLink } from './hash-chain.ts'
import { selectInChunks } from './in-chunks.ts'
import { inProvinceOf } from './in-province.ts'
import type { Database } from './open-database.ts'

/** A record that is not the one that was written, by its place in the feed's log. */
export interface BrokenPlace {
  readonly type: 'recordChanged' | 'recordMissing' | 'tailMissing'
  readonly seq: number
}

/** How far a feed's log was verified; without `broken` it is as it was written up to there. */
export interface VerifiedPart {
  readonly to: number
  readonly isWhole: boolean
  readonly broken?: BrokenPlace
}

/** Reads what happened, for people who may know it: who asks has to pass the scope function first. */
export interface LogReader {
  /** Each of these feeds that has a log: its last sequence, and when the server took that one. */
  newestOf: (
    feeds: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly head: number; readonly at: number }>>
  /** Up to `most` records of a feed with sequences of `from` and before, the newest first. */
  readBack: (feed: string, from: number, most: number) => Promise<readonly LogRecord[]>
  /** Follows the chain of hashes over up to `most` records behind one that was verified before (SY15). */
  verifyPart: (feed: string, after: number, most: number) => Promise<VerifiedPart>
}

export function createLogReader({ db, engine }: Database): LogReader {
  return {
    async newestOf(feeds) {
      const rows = await selectInChunks(feeds, chunk =>
        db
          .selectFrom('feeds')
          .innerJoin('log', join =>
            join.onRef('log.feed', '=', 'feeds.id').onRef('log.seq', '=', 'feeds.head'),
          )
          .select(['feeds.id', 'feeds.head', 'log.record'])
          .where('feeds.id', 'in', chunk)
          .execute(),
      )
      return new Map(rows.map(row => [row.id, { head: row.head, at: rowToRecord(row).at }]))
    },
    async readBack(feed, from, most) {
      const rows = await db
        .selectFrom('log')
        .select('record')
        .where('feed', '=', feed)
        .where(inProvinceOf(engine, 'log', feed))
        .where('seq', '<=', from)
        .orderBy('seq', 'desc')
        .limit(most)
        .execute()
      return rows.map(rowToRecord)
    },
    async verifyPart(feed, after, most) {
      // Before the rows: what is taken meanwhile makes the log longer than the head said, never shorter.
      const before = await headOf(feed)
      const rows = await db
        .selectFrom('log')
        .select(['seq', 'record', 'chain'])
        .where('feed', '=', feed)
        .where(inProvinceOf(engine, 'log', feed))
        .where('seq', '>=', after)
        .orderBy('seq')
        .limit(most + 1)
        .execute()
      const start = after === 0 ? undefined : rows[0]
      if (after > 0 && start?.seq !== after) return broken('recordMissing', after)
      let link = start?.chain ?? chainStart
      let seq = after
      for (const row of start ? rows.slice(1) : rows.slice(0, most)) {
        if (row.seq !== seq + 1) return broken('recordMissing', seq + 1)
        link = nextLink(link, row.record)
        if (link !== row.chain) return broken('recordChanged', row.seq)
        seq = row.seq
      }
      if (seq < before.head)
        return seq - after < most ? broken('tailMissing', seq + 1) : { to: seq, isWhole: false }
      const now = seq === before.head ? before : await headOf(feed)
      const isCut = seq > now.head || (seq === now.head && link !== now.chain)
      return isCut ? broken('tailMissing', seq) : { to: seq, isWhole: true }
    },
  }

  async function headOf(feed: string): Promise<{ readonly head: number; readonly chain: string }> {
    const query = db.selectFrom('feeds').select(['head', 'chain']).where('id', '=', feed)
    return (await query.executeTakeFirst()) ?? { head: 0, chain: chainStart }
  }

  function broken(type: BrokenPlace['type'], seq: number): VerifiedPart {
    return { to: seq, isWhole: false, broken: { type, seq } }
  }
}
