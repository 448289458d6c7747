import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { EntryStore, HeldFilter, HeldMark, HeldOp } from '../../sync/authority/entry-store.ts'
import { settlementThing } from '../../sync/protocol/settlement-name.ts'
import type { OpId } from '../../sync/protocol/op.ts'
import { rowToHeld } from './entry-rows.ts'
import { inChunks, selectInChunks } from './in-chunks.ts'
import type { Database } from './open-database.ts'
import type { Tables } from './tables.ts'

type Condition = (eb: ExpressionBuilder<Tables, 'held'>) => Expression<SqlBool>

/** Disjoint parts of what a person may see: their own, and others' in some feeds, in statements an engine can take. */
function* partsOf({ author, feeds, before }: HeldFilter): Generator<Condition> {
  yield eb => eb.and([eb('author', '=', author), isBefore(eb, before)])
  for (const chunk of inChunks(feeds, 1000))
    yield eb =>
      eb.and([
        eb('feed', 'in', chunk),
        eb('author', '<>', author),
        isBefore(eb, before),
        eb.not(isSettled(eb)),
      ])
}

function isBefore(eb: ExpressionBuilder<Tables, 'held'>, before: HeldMark | undefined): Expression<SqlBool> {
  if (!before) return eb.lit(true)
  const { at, key } = before
  return eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('id', '>', key)])])
}

/** A settlement of it lies in its feed: `settlementThing` and `settlementField`, in SQL. */
const isSettled = (eb: ExpressionBuilder<Tables, 'held'>): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('entries')
      .select('entries.seq')
      .whereRef('entries.feed', '=', 'held.feed')
      .where('entries.thing', '=', sql<string>`${settlementThing('')} || held.feed`)
      .where('entries.field', '=', sql<string>`held.op_id || '/' || held.author`),
  )

/** See `EntryStore.findHeld`. */
export async function findHeld({ db }: Database, ids: readonly OpId[]): Promise<readonly HeldOp[]> {
  const rows = await selectInChunks(ids, chunk =>
    db.selectFrom('held').selectAll().where('op_id', 'in', chunk).execute(),
  )
  return rows.map(rowToHeld)
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
export async function countHeld({ db }: Database, filter: HeldFilter): Promise<number> {
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
