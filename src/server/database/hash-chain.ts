import { createHash } from 'node:crypto'
import { inProvinceOf } from './in-province.ts'
import type { Database } from './open-database.ts'
import type { LogRow } from './tables.ts'

/** The link before the first. */
export const chainStart = ''

/** The next link of a feed's chain: SHA-256 over the one before and the record's canonical JSON (SY15). */
export const nextLink = (previous: string, record: string): string =>
  createHash('sha256').update(previous).update(record).digest('hex')

export type BrokenChain =
  | { readonly type: 'recordChanged' | 'recordMissing'; readonly feed: string; readonly seq: number }
  | { readonly type: 'tailMissing'; readonly feed: string; readonly seq: number }

/**
 * Reads a feed's log from the start; undefined when every record is the one that was written.
 * @param onRecord sees each record that is, in order
 */
export async function findBrokenLink(
  { db, engine }: Pick<Database, 'db' | 'engine'>,
  feed: string,
  onRecord?: (row: Pick<LogRow, 'seq' | 'op' | 'record'>) => void,
): Promise<BrokenChain | undefined> {
  const head = await db.selectFrom('feeds').selectAll().where('id', '=', feed).executeTakeFirst()
  let link = chainStart
  let seq = 0
  for (;;) {
    const rows = await db
      .selectFrom('log')
      .select(['seq', 'op', 'record', 'chain'])
      .where('feed', '=', feed)
      .where(inProvinceOf(engine, 'log', feed))
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(1000)
      .execute()
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.seq !== seq + 1) return { type: 'recordMissing', feed, seq: seq + 1 }
      seq = row.seq
      link = nextLink(link, row.record)
      if (link !== row.chain) return { type: 'recordChanged', feed, seq }
      onRecord?.(row)
    }
  }
  const isWhole = seq === (head?.head ?? 0) && link === (head?.chain ?? chainStart)
  return isWhole ? undefined : { type: 'tailMissing', feed, seq: seq + 1 }
}
