import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../../src/server/database/in-transaction.ts'
import { engines, type TestDatabase } from '../support/databases.ts'

/** Resolves for everybody once so many have come. */
function aBarrier(count: number): () => Promise<void> {
  let open: () => void = () => undefined
  let come = 0
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return () => {
    if (++come >= count) open()
    return opened
  }
}

describe('a transaction that PostgreSQL breaks off is run again from its start', () => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines.postgres()
    const { db } = opened.database
    await db
      .insertInto('meta')
      .values(['a', 'b'].map(key => ({ key, value: '0' })))
      .execute()
  })
  afterEach(() => opened.close())

  const sum = async () => {
    const rows = await opened.database.db
      .selectFrom('meta')
      .selectAll()
      .where('key', 'in', ['a', 'b'])
      .execute()
    return rows.map(row => Number(row.value))
  }

  test('40P01: two that wait for each other', async () => {
    let attempts = 0
    const barrier = aBarrier(2)
    const addTo = (first: string, second: string) =>
      inTransaction(opened.database, async transaction => {
        attempts += 1
        const add = (key: string) =>
          transaction
            .updateTable('meta')
            .set({ value: sql<string>`(value::int + 1)::text` })
            .where('key', '=', key)
            .execute()
        await add(first)
        await barrier()
        await add(second)
      })
    await Promise.all([addTo('a', 'b'), addTo('b', 'a')])
    expect(await sum()).toEqual([2, 2])
    expect(attempts).toBeGreaterThan(2)
  })

  test('40001: two that read the same and would overwrite each other', async () => {
    let attempts = 0
    const barrier = aBarrier(2)
    const addOne = () =>
      inTransaction(opened.database, async transaction => {
        attempts += 1
        await sql`set transaction isolation level serializable`.execute(transaction)
        const { value } = await transaction
          .selectFrom('meta')
          .select('value')
          .where('key', '=', 'a')
          .executeTakeFirstOrThrow()
        await barrier()
        await transaction
          .updateTable('meta')
          .set({ value: String(Number(value) + 1) })
          .where('key', '=', 'a')
          .execute()
      })
    await Promise.all([addOne(), addOne()])
    expect(await sum()).toEqual([2, 0])
    expect(attempts).toBeGreaterThan(2)
  })

  test('what is wrong with the work itself is told at once', async () => {
    let attempts = 0
    const broken = inTransaction(opened.database, async transaction => {
      attempts += 1
      await sql`select 1 / 0`.execute(transaction)
    })
    await expect(broken).rejects.toThrow('division by zero')
    expect(attempts).toBe(1)
  })
})
