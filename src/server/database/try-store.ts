import { createHash } from 'node:crypto'
import { inTransaction } from './in-transaction.ts'
import type { Database } from './open-database.ts'

/** How many failures of a key (an address, a name) cost nothing, and how long it waits after them. */
export interface Allowance {
  readonly key: string
  readonly free: number
  readonly firstMs: number
  readonly longestMs: number
}

/**
 * Failed tries, forgotten after an hour of peace. In the database, so that all server processes count together and
 * a restart forgets nothing.
 */
export interface TryStore {
  /**
   * Counts one try for each key, all or none: resolves to 0 when it may be made, else to the milliseconds until the
   * next may. Tries that come at once, at several processes too, are counted one by one.
   */
  take: (allowances: readonly Allowance[], nowMs: number) => Promise<number>
  /** One failure less: what was counted ahead has turned out well. */
  takeBack: (key: string) => Promise<void>
  forget: (key: string) => Promise<void>
  /** Drops what an hour of peace has made worthless. */
  removeStale: (nowMs: number) => Promise<void>
}

const peaceMs = 3_600_000

export function createTryStore(database: Database): TryStore {
  const { db, engine } = database
  return {
    take: (allowances, nowMs) =>
      inTransaction(database, async transaction => {
        const byKey = new Map(allowances.map(one => [hashOf(one.key), one]))
        const keys = [...byKey.keys()].sort()
        await transaction
          .insertInto('tries')
          .values(keys.map(key => ({ key, failures: 0, wait_until: 0, at: nowMs })))
          .onConflict(conflict => conflict.doNothing())
          .execute()
        // In one order for all, so that two who share an address do not wait for each other.
        const query = transaction.selectFrom('tries').selectAll().where('key', 'in', keys).orderBy('key')
        const rows = await (engine === 'postgres' ? query.forUpdate() : query).execute()
        const waitMs = Math.max(...rows.map(row => row.wait_until - nowMs))
        if (waitMs > 0) return waitMs
        for (const row of rows) {
          const allowance = byKey.get(row.key)
          if (!allowance) continue
          const failures = nowMs - row.at < peaceMs ? row.failures + 1 : 1
          const set = { failures, wait_until: nowMs + waitAfter(failures, allowance), at: nowMs }
          await transaction.updateTable('tries').set(set).where('key', '=', row.key).execute()
        }
        return 0
      }),
    async takeBack(key) {
      await db
        .updateTable('tries')
        .set(eb => ({ failures: eb('failures', '-', 1), wait_until: 0 }))
        .where('key', '=', hashOf(key))
        .where('failures', '>', 0)
        .execute()
    },
    async forget(key) {
      await db.deleteFrom('tries').where('key', '=', hashOf(key)).execute()
    },
    async removeStale(nowMs) {
      await db
        .deleteFrom('tries')
        .where('at', '<=', nowMs - peaceMs)
        .execute()
    },
  }
}

const waitAfter = (failures: number, { free, firstMs, longestMs }: Allowance): number =>
  failures < free ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(20, failures - free))

/** People type their password where the name belongs: what was typed is not kept. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')
