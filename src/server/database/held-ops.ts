import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { EntryStore, HeldOp } from '../../sync/authority/entry-store.ts'
import { rowToHeld } from './entry-rows.ts'
import { inChunks, selectInChunks } from './in-chunks.ts'
import type { Database } from './open-database.ts'
import type { Tables } from './tables.ts'

type Filter = Parameters<EntryStore['countHeld']>[0]
type Condition = (eb: ExpressionBuilder<Tables, 'held'>) => Expression<SqlBool>

/** Disjoint parts of what a person may see: their own, and others' in some feeds, in statements an engine can take. */
function* partsOf({ author, feeds }: Filter): Generator<Condition> {
  yield eb => eb('author', '=', author)
  for (const chunk of inChunks(feeds, 1000))
    yield eb => eb.and([eb('feed', 'in', chunk), eb('author', '<>', author)])
}

/** See `EntryStore.listHeld`. Sizes first, so that no more than what is wanted is ever read. */
export async function listHeld(
  { db }: Database,
  { most, bytes, ...filter }: Parameters<EntryStore['listHeld']>[0],
): Promise<readonly HeldOp[]> {
  const found: { readonly id: string; readonly at: number; readonly size: number }[] = []
  for (const part of partsOf(filter))
    found.push(
      ...(await db
        .selectFrom('held')
        .select(['id', 'at', sql<number>`length(op)`.as('size')])
        .where(part)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(most)
        .execute()),
    )
  found.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
  let left = bytes
  const kept = found.slice(0, most).filter(({ size }, at) => (left -= size) >= 0 || at === 0)
  const rows = await selectInChunks(
    kept.map(({ id }) => id),
    chunk => db.selectFrom('held').selectAll().where('id', 'in', chunk).execute(),
  )
  return [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? 1 : -1)).map(rowToHeld)
}

/** See `EntryStore.countHeld`. */
export async function countHeld({ db }: Database, filter: Filter): Promise<number> {
  let count = 0
  for (const part of partsOf(filter)) {
    const row = await db
      .selectFrom('held')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .where(part)
      .executeTakeFirstOrThrow()
    count += Number(row.count)
  }
  return count
}
