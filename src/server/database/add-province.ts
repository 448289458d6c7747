import { sql } from 'kysely'
import { createOneAtATime } from './one-at-a-time.ts'
import type { Database } from './open-database.ts'

/**
 * On PostgreSQL, makes the place where the rows of a province lie; to be called before its first feed is written to,
 * by any number of processes. SQLite has no such places.
 */
export async function addProvince(database: Database, province: string): Promise<void> {
  if (database.engine === 'sqlite') return
  await createOneAtATime(database)(`province ${province}`, async () => {
    for (const table of ['entries', 'log'])
      await sql`create table if not exists ${sql.table(`${table}_${province.replace(/\W/gu, '_')}`)}
        partition of ${sql.table(table)} for values in (${sql.lit(province)})`.execute(database.db)
  })
}
