import { Kysely, SqliteDialect } from 'kysely'
import { DatabaseSync } from 'node:sqlite'
import { toSqliteDatabase } from '../sqlite-file.ts'
import type { Tables } from '../tables.ts'

/** Opens a dump for reading; throws at the first query when the file is none. */
export function openDump(file: string): Kysely<Tables> {
  const raw = new DatabaseSync(file, { readOnly: true })
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: toSqliteDatabase(raw) }) })
}
