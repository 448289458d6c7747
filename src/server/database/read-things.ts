import { sql, type RawBuilder } from 'kysely'
import { setImmediate as otherWork } from 'node:timers/promises'
import type { JsonValue } from '../../lib/json-value.ts'
import type { EntryStore, ValueCount } from '../../sync/authority/entry-store.ts'
import type { Entry } from '../../sync/protocol/op.ts'
import { rowToEntry } from './entry-rows.ts'
import { inChunks } from './in-chunks.ts'
import { inProvinceOf } from './in-province.ts'
import type { Database } from './open-database.ts'

type Given<Name extends 'readThings' | 'countValues'> = Parameters<EntryStore[Name]>[1]

/** See `EntryStore.readThings`. One statement, so that a thing is whole. */
export async function readThings(
  { db, engine }: Database,
  feed: string,
  { type, after, most, fields }: Given<'readThings'>,
): Promise<readonly Entry[]> {
  const next = db
    .selectFrom('entries')
    .select('thing')
    .distinct()
    .where('feed', '=', feed)
    .where(inProvinceOf(engine, 'entries', feed))
    .where('thing', '>', after)
    .where('type', '=', type)
    .where(isOneOf(fields))
    .orderBy('thing')
    .limit(most)
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('feed', '=', feed)
    .where(inProvinceOf(engine, 'entries', feed))
    .where('thing', 'in', next)
    .where('type', '=', type)
    .where(isOneOf(fields))
    .orderBy('thing')
    .orderBy('seq')
    .execute()
  return rows.map(rowToEntry)
}

/** Not `like`: SQLite passes over capitals there. */
function isOneOf(fields: readonly string[] | undefined): RawBuilder<boolean> {
  if (!fields) return sql<boolean>`true`
  const each = fields.map(field =>
    field.endsWith('/') ? sql`substr(field, 1, ${field.length}) = ${field}` : sql`field = ${field}`,
  )
  return each.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(each, sql` or `)})`
}

/** So that other requests get their turn between two statements: each looks at every field of so many feeds. */
const feedsAtOnce = 10

/** See `EntryStore.countValues`. */
export async function countValues(
  { db }: Database,
  feeds: readonly string[],
  { type, field }: Given<'countValues'>,
): Promise<readonly ValueCount[]> {
  const counts = new Map<string, number>()
  for (const chunk of inChunks(feeds, feedsAtOnce)) {
    const rows = await db
      .selectFrom('entries')
      .select(({ fn }) => ['value', fn.countAll<number | string>().as('count')])
      .where('feed', 'in', chunk)
      .where('field', '=', field)
      .where('type', '=', type)
      .groupBy('value')
      .execute()
    for (const { value, count } of rows) counts.set(value, (counts.get(value) ?? 0) + Number(count))
    await otherWork()
  }
  return [...counts].map(([value, count]) => ({ value: JSON.parse(value) as JsonValue, count }))
}
