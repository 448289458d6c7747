import { Kysely, PostgresDialect, SqliteDialect, type Dialect } from 'kysely'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Pool, types } from 'pg'
import { startNewEpoch } from './epoch.ts'
import { explainSqlite } from './explain-sqlite.ts'
import { lockFolder } from './lock-folder.ts'
import { markRunning } from './mark-running.ts'
import { migrate, mustBeMigrated } from './migrate.ts'
import { openSqliteFile } from './sqlite-file.ts'
import type { Tables } from './tables.ts'

export interface Database {
  readonly db: Kysely<Tables>
  readonly engine: 'sqlite' | 'postgres'
  /** What was found at the opening and put right, for the operator. */
  readonly notice?: string
  /**
   * Connections of their own for locks that are held while other work goes on, so that who holds a lock never waits
   * for a connection that another one keeps while waiting for that lock. Only on PostgreSQL.
   */
  readonly locks?: Kysely<Tables>
  close: () => Promise<void>
}

export interface Place {
  /** `postgres://…`; without it the data folder holds a SQLite file. */
  readonly databaseUrl?: string | undefined
  readonly dataFolder: string
}

/**
 * Opens the database and brings its tables up to date. Throws when another process has the SQLite data
 * folder, when the file is damaged or cannot be written, when PostgreSQL cannot be reached, or when a migration fails.
 */
export async function openDatabase({ databaseUrl, dataFolder }: Place): Promise<Database> {
  return databaseUrl ? start('postgres', openPostgres(databaseUrl)) : start('sqlite', openSqlite(dataFolder))
}

/**
 * Opens the database beside the server that has it: for reading, and for one short commit. Migrates nothing, locks no
 * folder, so it lets no second server in. On SQLite a writer asks for its turn with `waitForTurn`. Throws when there is none, or when it is of another version than this program.
 */
export async function openBeside({ databaseUrl, dataFolder }: Place): Promise<Database> {
  const file = sqliteFileIn(dataFolder)
  if (!databaseUrl && !existsSync(file)) throw new Error(`there are no data in ${dataFolder}`)
  const { dialect, locks } = databaseUrl
    ? openPostgres(databaseUrl)
    : {
        dialect: new SqliteDialect({ database: () => Promise.resolve(openSqliteFile(file, 0)) }),
        locks: undefined,
      }
  const db = new Kysely<Tables>({ dialect })
  try {
    await mustBeMigrated(db)
  } catch (error) {
    await Promise.all([locks?.destroy(), db.destroy()])
    throw error
  }
  return {
    db,
    engine: databaseUrl ? 'postgres' : 'sqlite',
    ...(locks && { locks }),
    close: async () => void (await Promise.all([locks?.destroy(), db.destroy()])),
  }
}

/** Where the SQLite database of a data folder is. */
export const sqliteFileIn = (dataFolder: string): string => join(dataFolder, 'iso-xa.db')

/** Lies in a data folder while a backup is being restored into it: half of one must not be served. */
export const restoringMark = (dataFolder: string): string => join(dataFolder, 'restoring')

interface Opened {
  readonly dialect: Dialect
  /** What tablets have an answer for may be missing here: they have to offer it again (SY11). */
  readonly isBehind: boolean
  readonly begin: () => void
  readonly locks?: Kysely<Tables>
  readonly release: () => void
  readonly explain: (error: unknown) => unknown
}

const behind =
  'the write-ahead log of a server that was cut is missing: a new epoch begins, so that tablets offer again what they sent last'

async function start(engine: Database['engine'], opened: Opened): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: opened.dialect })
  const { locks } = opened
  let closed: Promise<void> | undefined
  const close = (): Promise<void> =>
    (closed ??= Promise.all([locks?.destroy(), db.destroy()]).then(opened.release))
  try {
    await migrate(db)
    await db
      .insertInto('meta')
      .values([
        { key: 'epoch', value: randomUUID() },
        { key: 'nextSeat', value: '1' },
      ])
      .onConflict(conflict => conflict.doNothing())
      .execute()
    if (opened.isBehind) await startNewEpoch({ db })
    opened.begin()
  } catch (error) {
    await close()
    throw opened.explain(error)
  }
  return { db, engine, ...(locks && { locks }), close, ...(opened.isBehind ? { notice: behind } : {}) }
}

function openSqlite(folder: string): Opened {
  const file = sqliteFileIn(folder)
  const explain = (error: unknown): unknown => explainSqlite(error, file)
  mkdirSync(folder, { recursive: true })
  const { release } = lockFolder(folder)
  try {
    // The database comes last: with it the restore was done.
    if (existsSync(restoringMark(folder)) && !existsSync(file))
      throw new Error(`a backup was not restored to its end in ${folder}: give the restore command again`)
    const { isLogMissing, begin, end } = markRunning(folder, file)
    let isBegun = false
    return {
      dialect: new SqliteDialect({ database: () => Promise.resolve(openSqliteFile(file)) }),
      isBehind: isLogMissing,
      begin() {
        begin()
        isBegun = true
      },
      release() {
        if (isBegun) end()
        release()
      },
      explain,
    }
  } catch (error) {
    release()
    throw error
  }
}

const connections = 10
/** More work under locks at once waits; one connection of each process is enough to get on. */
const lockConnections = 5

function openPostgres(connectionString: string): Opened {
  const connect = (max: number): Dialect => {
    const pool = new Pool({ connectionString, max, types: { getTypeParser } })
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined)
    return new PostgresDialect({ pool })
  }
  return {
    dialect: connect(connections),
    locks: new Kysely<Tables>({ dialect: connect(lockConnections) }),
    isBehind: false,
    begin: () => undefined,
    release: () => undefined,
    explain: error => error,
  }
}

const int8 = 20

/** pg gives 8-byte integers as text; ours all fit a number. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === int8 ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser
