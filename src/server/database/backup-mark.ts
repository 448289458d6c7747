import type { StoredBackup } from '../../sync/authority/entry-store.ts'
import type { FeedId } from '../../sync/protocol/op.ts'
import type { Kysely, Transaction } from 'kysely'
import { inChunks, selectInChunks } from './in-chunks.ts'
import type { Tables } from './tables.ts'

const key = 'backup'
const rowsAtOnce = 100

type Mark = Pick<StoredBackup, 'at' | 'epoch'>

/** See `EntryStore.findBackup`. */
export async function findBackup(
  db: Kysely<Tables>,
  feeds: readonly FeedId[],
  after: number,
): Promise<StoredBackup | undefined> {
  const mark = await readMark(db)
  if (!mark || mark.at <= after) return undefined
  const rows = await selectInChunks(feeds, chunk =>
    db.selectFrom('backup_heads').selectAll().where('feed', 'in', chunk).execute(),
  )
  return { ...mark, heads: new Map(rows.map(({ feed, head, since }) => [feed, { head, since }])) }
}

/**
 * Notes that a backup begun at `at` is whole and has each feed up to its head. To be called once the backup has been
 * proved; an older one than what is noted, or one of another epoch than the server's, changes nothing.
 */
export async function markBackup(
  transaction: Transaction<Tables>,
  { at, epoch, heads }: Mark & { readonly heads: ReadonlyMap<FeedId, number> },
): Promise<void> {
  const known = await readMark(transaction)
  if (known && known.epoch === epoch && known.at >= at) return
  const current = await transaction
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'epoch')
    .executeTakeFirst()
  if (current?.value !== epoch) return
  if (known && known.epoch !== epoch) await transaction.deleteFrom('backup_heads').execute()
  const rows = [...heads].map(([feed, head]) => ({ feed, head, since: at }))
  for (const chunk of inChunks(rows, rowsAtOnce))
    await transaction
      .insertInto('backup_heads')
      .values(chunk)
      .onConflict(conflict =>
        conflict
          .column('feed')
          .doUpdateSet(eb => ({ head: eb.ref('excluded.head'), since: eb.ref('excluded.since') }))
          .whereRef('backup_heads.head', '<', 'excluded.head'),
      )
      .execute()
  const value = JSON.stringify({ at, epoch } satisfies Mark)
  await transaction
    .insertInto('meta')
    .values({ key, value })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The newest backup of the epoch the server is in; undefined when there was none. */
async function readMark(db: Kysely<Tables>): Promise<Mark | undefined> {
  const rows = await db.selectFrom('meta').selectAll().where('key', 'in', [key, 'epoch']).execute()
  const valueOf = (name: string): string | undefined => rows.find(row => row.key === name)?.value
  const stored = valueOf(key)
  if (stored === undefined) return undefined
  return JSON.parse(stored) as Mark
}
