import type { Transaction } from 'kysely'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from './open-database.ts'
import type { Tables } from './tables.ts'

const mostAttempts = 12

/** PostgreSQL's words for "run it again": serialization failure, deadlock, someone else was first. */
const retriable = new Set(['40001', '40P01', '23505'])

/** Runs work in one transaction, again from the start when PostgreSQL asks for it. */
export async function inTransaction<T>(
  { db, engine }: Database,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      const code = (error as { readonly code?: unknown }).code
      const mayRetry = engine === 'postgres' && typeof code === 'string' && retriable.has(code)
      if (!mayRetry || attempt === mostAttempts) throw error
      await wait(Math.random() * 10 * 2 ** Math.min(attempt, 6))
    }
  }
}
