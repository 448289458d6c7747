import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Database } from './open-database.ts'

/** More than a server gives between two backups. */
const forgottenSeats = 1000

/**
 * Begins a new epoch of all feeds: to be called once after a backup was restored, before tablets reach the
 * server (SY11). They then pull from zero and offer again what they sent since the backup. Numbers of seats that were
 * given since then stay free for those that have them.
 */
export async function startNewEpoch({ db }: Pick<Database, 'db'>): Promise<void> {
  await db.updateTable('meta').set({ value: randomUUID() }).where('key', '=', 'epoch').execute()
  await db
    .updateTable('meta')
    .set({ value: sql`cast(cast(value as integer) + ${sql.lit(forgottenSeats)} as text)` })
    .where('key', '=', 'nextSeat')
    .execute()
}
