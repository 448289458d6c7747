import type { PulledEntries } from '../../sync/authority/entry-store.ts'
import { sql } from 'kysely'
import { rowToEntry } from './entry-rows.ts'
import { inProvinceOf } from './in-province.ts'
import type { Database } from './open-database.ts'
import type { EntryRow } from './tables.ts'

/** Smaller than any entry on the wire: bounds how many rows are weighed for a page. */
const leastEntryBytes = 100

interface PageRow extends Record<keyof EntryRow, string | number | null> {
  readonly feed_epoch: string
  readonly feed_head: number
  readonly feed_count: number
  readonly feed_checksum: number
  readonly feed_chain: string
  readonly last_seq: number | null
  readonly size: number
  readonly seq: number | null
}

/** Head and entries in one statement, so that they are of one snapshot on either engine (SY7). */
export async function readAfter(
  { db, engine }: Database,
  feed: string,
  after: number,
  maxBytes: number,
): Promise<PulledEntries | undefined> {
  const mostRows = Math.ceil(maxBytes / leastEntryBytes) + 1
  const ofFeed = (table: 'entries' | 'e') => inProvinceOf(engine, table, feed)
  const { rows } = await sql<PageRow>`
    select
      (select value from meta where key = 'epoch') as feed_epoch,
      f.head as feed_head, f.count as feed_count, f.checksum as feed_checksum,
      f.chain as feed_chain,
      (select max(seq) from entries where feed = f.id and ${ofFeed('entries')}) as last_seq,
      e.*
    from feeds f
    left join entries e on e.feed = f.id and ${ofFeed('e')} and e.seq > ${after} and e.seq <= (
      select max(seq) from (
        select seq, sum(size) over (order by seq) - size as bytes_before
        from (
          select seq, size from entries
          where feed = ${feed} and ${ofFeed('entries')} and seq > ${after} order by seq limit ${mostRows}
        ) candidates
      ) weighed
      where bytes_before < ${maxBytes}
    )
    where f.id = ${feed}
    order by e.seq
  `.execute(db)
  const [first] = rows
  if (!first) return undefined
  const found = rows.filter(row => row.seq !== null)
  const last = found.at(-1)
  return {
    head: {
      feed,
      epoch: first.feed_epoch,
      head: first.feed_head,
      count: first.feed_count,
      checksum: first.feed_checksum,
      chain: first.feed_chain,
    },
    entries: found.map(row => rowToEntry(row as unknown as EntryRow)),
    bytes: found.reduce((sum, row) => sum + row.size, 0),
    more: last !== undefined && last.seq !== first.last_seq,
  }
}
