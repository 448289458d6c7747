import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { up as accounts } from './migrations/accounts.ts'
import { up as backup } from './migrations/backup.ts'
import { up as carried } from './migrations/carried.ts'
import { up as entries } from './migrations/entries.ts'
import { up as files } from './migrations/files.ts'
import { up as oneTimePasswords } from './migrations/one-time-passwords.ts'
import { up as readTokens } from './migrations/read-tokens.ts'
import { up as revokedDevices } from './migrations/revoked-devices.ts'
import { up as provinces } from './migrations/provinces.ts'
import { up as seats } from './migrations/seats.ts'
import { up as tries } from './migrations/tries.ts'
import type { Tables } from './tables.ts'

/** In the order of their names. A migration that was released never changes; there is no way down. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-entries': { up: entries },
  '0002-accounts': { up: accounts },
  '0003-files': { up: files },
  '0004-backup': { up: backup },
  '0005-revoked-devices': { up: revokedDevices },
  '0006-tries': { up: tries },
  '0007-provinces': { up: provinces },
  '0008-carried': { up: carried },
  '0009-seats': { up: seats },
  '0010-read-tokens': { up: readTokens },
  '0011-one-time-passwords': { up: oneTimePasswords },
}

/** Brings the tables up to date. Throws when a migration fails; it is undone then where the engine can. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const failed = results?.find(({ status }) => status === 'Error')?.migrationName ?? 'unknown'
  throw new Error(`migration ${failed} failed`, { cause: error })
}

/** The migrations this program knows, in their order. */
export const migrationNames: readonly string[] = Object.keys(migrations)

/** Which migrations a database has had, in their order. */
export async function listMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Throws when a database is not exactly as migrated as this program would have it. */
export async function mustBeMigrated(db: Kysely<Tables>): Promise<void> {
  const done = await listMigrations(db)
  if (done.some(name => !migrationNames.includes(name)))
    throw new Error('the data are of a newer version of ISO Xã than this program')
  if (done.length < migrationNames.length)
    throw new Error('the data are of an older version: start the server of this version once, then try again')
}
