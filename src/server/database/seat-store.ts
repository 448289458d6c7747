import type { Transaction } from 'kysely'
import type { SeatStore } from '../../sync/authority/seat-store.ts'
import { inTransaction } from './in-transaction.ts'
import type { Database } from './open-database.ts'
import type { Tables } from './tables.ts'

/** The authority's numbers of seats on either engine. */
export function createSeatStore(database: Database): SeatStore {
  const { db, engine } = database

  /** The next number under its lock: on SQLite the transaction itself is the lock. */
  async function lockNext(transaction: Transaction<Tables>): Promise<number> {
    const query = transaction.selectFrom('meta').select('value').where('key', '=', 'nextSeat')
    const locked = engine === 'postgres' ? query.forUpdate() : query
    return Number((await locked.executeTakeFirstOrThrow()).value)
  }

  return {
    async seatOf({ person, device, known }) {
      const find = (from: Pick<typeof db, 'selectFrom'>) =>
        from
          .selectFrom('seats')
          .select('number')
          .where('person', '=', person)
          .where('device', '=', device)
          .executeTakeFirst()
      const found = await find(db)
      if (found) return found.number
      return inTransaction(database, async transaction => {
        const next = await lockNext(transaction)
        const given = await find(transaction)
        if (given) return given.number
        const number = known !== undefined && (await isFree(transaction, known, next)) ? known : next
        await transaction.insertInto('seats').values({ number, person, device }).execute()
        if (number === next)
          await transaction
            .updateTable('meta')
            .set({ value: String(next + 1) })
            .where('key', '=', 'nextSeat')
            .execute()
        return number
      })
    },
  }
}

/** Given once, and forgotten: below the next number, and nobody's. */
async function isFree(transaction: Transaction<Tables>, number: number, next: number): Promise<boolean> {
  if (number < 1 || number >= next) return false
  const query = transaction.selectFrom('seats').select('number').where('number', '=', number)
  return (await query.executeTakeFirst()) === undefined
}
