import { Kysely, SqliteDialect } from 'kysely'
import { DatabaseSync } from 'node:sqlite'
import { migrate } from '../../../src/server/database/migrate.ts'
import { openDatabase, type Database } from '../../../src/server/database/open-database.ts'
import { toSqliteDatabase } from '../../../src/server/database/sqlite-file.ts'
import type { Tables } from '../../../src/server/database/tables.ts'

/** The server's tables: on SQLite in memory, or in an empty database of a PostgreSQL that runs. */
export async function openEngine(postgresUrl: string | undefined): Promise<Database> {
  if (postgresUrl !== undefined) return openDatabase({ databaseUrl: postgresUrl, dataFolder: '' })
  const raw = new DatabaseSync(':memory:')
  const db = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: () => Promise.resolve(toSqliteDatabase(raw)) }),
  })
  await migrate(db)
  await db
    .insertInto('meta')
    .values([
      { key: 'epoch', value: 'first' },
      { key: 'nextSeat', value: '1' },
    ])
    .execute()
  return { db, engine: 'sqlite', close: () => db.destroy() }
}
