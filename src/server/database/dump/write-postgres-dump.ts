import { Kysely, sql, SqliteDialect, type Transaction } from 'kysely'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { migrate } from '../migrate.ts'
import { toSqliteDatabase } from '../sqlite-file.ts'
import type { Tables } from '../tables.ts'
import { columnsOf } from './columns-of.ts'
import { keptTables } from './kept-tables.ts'

const rowsAtOnce = 2000

/** Writes what a transaction sees into a new SQLite file with the same tables, row by row through a cursor. */
export async function writePostgresDump(reading: Transaction<Tables>, target: string): Promise<void> {
  const raw = new DatabaseSync(target)
  const copy = new Kysely<Tables>({ dialect: new SqliteDialect({ database: toSqliteDatabase(raw) }) })
  try {
    // It is flushed once, when it is whole; until then nobody takes it for a backup.
    raw.exec('pragma journal_mode = off; pragma synchronous = off')
    await migrate(copy)
    for (const table of keptTables) await copyTable(reading, raw, table)
  } finally {
    await copy.destroy()
  }
}

async function copyTable(reading: Transaction<Tables>, raw: DatabaseSync, table: string): Promise<void> {
  const columns = columnsOf(raw, table)
  const names = columns.join(', ')
  const insert = raw.prepare(`insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`)
  await sql`declare dump no scroll cursor for ${sql.raw(`select ${names} from ${table}`)}`.execute(reading)
  for (;;) {
    const { rows } = await sql<
      Record<string, SQLInputValue>
    >`fetch ${sql.raw(String(rowsAtOnce))} from dump`.execute(reading)
    if (rows.length === 0) break
    raw.exec('begin')
    for (const row of rows) insert.run(...columns.map(column => row[column] ?? null))
    raw.exec('commit')
  }
  await sql`close dump`.execute(reading)
}
