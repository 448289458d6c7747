import { randomUUID } from 'node:crypto'
import type { Database } from './open-database.ts'

/**
 * Begins a new epoch of all feeds: to be called once after a backup was restored, before tablets reach the
 * server (SY11). They then pull from zero and offer again what they sent since the backup.
 */
export async function startNewEpoch({ db }: Pick<Database, 'db'>): Promise<void> {
  await db.updateTable('meta').set({ value: randomUUID() }).where('key', '=', 'epoch').execute()
}
