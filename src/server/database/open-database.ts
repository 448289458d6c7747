import { Kysely, PostgresDialect, SqliteDialect, type Dialect } from 'kysely'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Pool, types } from 'pg'
import { lockFolder } from './lock-folder.ts'
import { migrate } from './migrate.ts'
import { openSqliteFile } from './sqlite-file.ts'
import type { Tables } from './tables.ts'

export interface Database {
  readonly db: Kysely<Tables>
  readonly engine: 'sqlite' | 'postgres'
  close: () => Promise<void>
}

interface Place {
  /** `postgres://…`; without it the data folder holds a SQLite file. */
  readonly databaseUrl?: string | undefined
  readonly dataFolder: string
}

/**
 * Opens the database and brings its tables up to date. Throws when another process has the SQLite data
 * folder, when PostgreSQL cannot be reached, or when a migration fails.
 */
export async function openDatabase({ databaseUrl, dataFolder }: Place): Promise<Database> {
  return databaseUrl ? start('postgres', openPostgres(databaseUrl)) : start('sqlite', openSqlite(dataFolder))
}

interface Opened {
  readonly dialect: Dialect
  readonly release: () => void
}

async function start(engine: Database['engine'], { dialect, release }: Opened): Promise<Database> {
  const db = new Kysely<Tables>({ dialect })
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => (closed ??= db.destroy().then(release))
  try {
    await migrate(db)
    await db
      .insertInto('meta')
      .values({ key: 'epoch', value: randomUUID() })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  } catch (error) {
    await close()
    throw error
  }
  return { db, engine, close }
}

function openSqlite(folder: string): Opened {
  mkdirSync(folder, { recursive: true })
  const { release } = lockFolder(folder)
  const file = join(folder, 'iso-xa.db')
  return { dialect: new SqliteDialect({ database: () => Promise.resolve(openSqliteFile(file)) }), release }
}

function openPostgres(connectionString: string): Opened {
  const pool = new Pool({ connectionString, max: 10, types: { getTypeParser } })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return { dialect: new PostgresDialect({ pool }), release: () => undefined }
}

const int8 = 20

/** pg gives 8-byte integers as text; ours all fit a number. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === int8 ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser
