import { sql, type Kysely } from 'kysely'
import type { Database } from './open-database.ts'
import type { Tables } from './tables.ts'

/** Runs pieces of work with the same key one after the other, each after the one before has ended, well or not. */
export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * On SQLite among the work of this process, which is the only one; on PostgreSQL among all processes of the database,
 * by an advisory lock that ends with its connection, however the process dies. Work that holds a lock asks for no
 * other one.
 */
export function createOneAtATime({ locks }: Pick<Database, 'locks'>): OneAtATime {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const locked = locks === undefined ? work : () => withAdvisoryLock(locks, key, work)
    const run = (last.get(key) ?? Promise.resolve()).then(locked, locked)
    const ended = run
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === ended) last.delete(key)
      })
    last.set(key, ended)
    return run
  }
}

/** Keys are hashed to 64 bits: two that met would wait for each other without need, nothing worse. */
function withAdvisoryLock<T>(locks: Kysely<Tables>, key: string, work: () => Promise<T>): Promise<T> {
  return locks.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction)
    return work()
  })
}
