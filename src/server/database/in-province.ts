import { sql, type RawBuilder } from 'kysely'
import type { Database } from './open-database.ts'

/**
 * Says of rows of `log` or `entries`, beside `feed = …`, in which partition they are, so that PostgreSQL looks into
 * no other one. Always true; on SQLite, which has no partitions, it says nothing.
 * @param feed the feed's id, or a column that has it
 */
export const inProvinceOf = (
  engine: Database['engine'],
  table: 'log' | 'entries' | 'e',
  feed: string | RawBuilder<string>,
): RawBuilder<boolean> =>
  engine === 'sqlite'
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(`${table}.province`)} = (select province from feeds where id = ${feed})`
