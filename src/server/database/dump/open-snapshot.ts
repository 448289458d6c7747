import { Kysely, sql, SqliteDialect } from 'kysely'
import { DatabaseSync } from 'node:sqlite'
import { openBeside, sqliteFileIn, type Database, type Place } from '../open-database.ts'
import { toSqliteDatabase } from '../sqlite-file.ts'
import type { Tables } from '../tables.ts'
import { waitForTurn } from '../wait-for-turn.ts'
import { writePostgresDump } from './write-postgres-dump.ts'
import { writeSqliteDump } from './write-sqlite-dump.ts'

/** The database as it was at one moment, while servers go on writing. */
export interface Snapshot {
  readonly db: Kysely<Tables>
  readonly engine: Database['engine']
  /**
   * Of that moment: every file whose `storedAt` is not later is in the snapshot, and what is not in it gets a later
   * one.
   */
  readonly at: number
  /** Writes the snapshot into a new SQLite file, whatever the engine is. Not flushed yet. */
  copyTo: (file: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * Opens the database beside its servers. A file's time is read by the transaction that stores it after it got in line
 * with the others (`completeUpload`); so the moment is taken while nobody else can be in that line. On SQLite that is the
 * write lock, on PostgreSQL a lock on the grants: either is held for a few milliseconds only.
 */
export async function openSnapshot(place: Place, clock: () => number): Promise<Snapshot> {
  const database = await openBeside(place)
  try {
    return database.engine === 'postgres'
      ? await openPostgresSnapshot(database, clock)
      : await openSqliteSnapshot(database, sqliteFileIn(place.dataFolder), clock)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openSqliteSnapshot(database: Database, file: string, clock: () => number): Promise<Snapshot> {
  const raw = new DatabaseSync(file, { timeout: 10_000 })
  raw.exec('pragma query_only = on')
  let at: number
  const gate = new DatabaseSync(file, { timeout: 0 })
  try {
    await waitForTurn(() => gate.exec('begin immediate'))
    at = clock()
    // A reading transaction sees what was committed at its first look, whoever writes afterwards.
    raw.exec('begin; select count(*) from meta')
  } catch (error) {
    raw.close()
    throw error
  } finally {
    gate.close()
  }
  await database.close()
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: toSqliteDatabase(raw) }) })
  // Kysely opens nothing before the first query, and would then close nothing.
  await sql`select 1`.execute(db)
  return {
    db,
    engine: 'sqlite',
    at,
    copyTo: target => writeSqliteDump(raw, target),
    close: () => db.destroy(),
  }
}

async function openPostgresSnapshot(database: Database, clock: () => number): Promise<Snapshot> {
  const { at, reading } = await database.db.transaction().execute(async gate => {
    await sql`lock table file_grants in share mode`.execute(gate)
    const now = clock()
    const started = await database.db
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute()
    await started.selectFrom('meta').select('key').execute()
    return { at: now, reading: started }
  })
  return {
    db: reading,
    engine: 'postgres',
    at,
    copyTo: target => writePostgresDump(reading, target),
    async close() {
      await reading.rollback().execute()
      await database.close()
    },
  }
}
