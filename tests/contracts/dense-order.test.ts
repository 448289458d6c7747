import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { createEntryStore } from '../../src/server/database/entry-store.ts'
import { filesOfOp } from '../../src/server/database/files-of-op.ts'
import type { EntryStore } from '../../src/sync/authority/entry-store.ts'
import { engines } from '../support/databases.ts'
import { freshPostgres } from '../support/fresh-postgres.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { aCommune, results, unitFeed } from '../unit/sync/authority/a-commune.ts'

const writers = 8
const rowsEach = 40
const random = seededRandom(20171015)
/** So that what got its number first is often committed last. */
const delay = (): Promise<unknown> => sleep(random.next() ** 3 * 30)

/** The store of a server process that is slow between its last statement and its commit. */
const committingLate = (store: EntryStore): EntryStore => ({
  ...store,
  inFeed: (feed, work) =>
    store.inFeed(feed, async transaction => {
      const result = await work(transaction)
      await delay()
      return result
    }),
})

/** Reads on after its cursor until the writing has ended, and once more: whatever it has not seen then is missed. */
async function follow(isWriting: () => boolean, readOn: () => Promise<void>): Promise<void> {
  while (isWriting()) {
    await readOn()
    await sleep(1)
  }
  await readOn()
}

async function whileWriting(writing: Promise<unknown>[], readOn: () => Promise<void>): Promise<void> {
  let isWriting = true
  const all = Promise.all(writing).finally(() => {
    isWriting = false
  })
  await Promise.all([all, follow(() => isWriting, readOn)])
}

async function missedByUs(): Promise<number> {
  const opened = await engines.postgres()
  const reader = createEntryStore(opened.database, { filesOf: filesOfOp })
  await aCommune(reader).tablet('lan').start()
  const seen: number[] = []
  let cursor = 0
  const writing = Array.from({ length: writers }, async (_, writer) => {
    const database = await opened.openSecond()
    const { tablet } = aCommune(committingLate(createEntryStore(database, { filesOf: filesOfOp })))
    const lan = tablet('lan', 'communeOfficial', 'c1@a', `dev-${writer}`)
    for (let at = 0; at < rowsEach; at++) {
      const op = lan.op(`comments/q1/${writer}-${at}`, { text: 'x' })
      expect(results(await lan.push(op))).toEqual(['ok'])
    }
  })
  await whileWriting(writing, async () => {
    const { entries, head } = await reader.readAfter(unitFeed, cursor, 1_000_000)
    seen.push(...entries.map(({ seq }) => seq))
    cursor = head.head
  })
  await opened.close()
  const all = Array.from({ length: writers * rowsEach + 1 }, (_, at) => at + 1)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  return all.filter(seq => !seen.includes(seq)).length
}

async function missedByNaive(): Promise<number> {
  const connectionString = await freshPostgres()
  const connect = async () => {
    const client = new Client({ connectionString })
    await client.connect()
    return client
  }
  const reader = await connect()
  await reader.query('create table naive (id bigserial primary key, writer int)')
  const seen = new Set<string>()
  let cursor = '0'
  const writing = Array.from({ length: writers }, async (_, writer) => {
    const client = await connect()
    for (let at = 0; at < rowsEach; at++) {
      await client.query('begin')
      await client.query('insert into naive (writer) values ($1)', [writer])
      await delay()
      await client.query('commit')
    }
    await client.end()
  })
  await whileWriting(writing, async () => {
    const { rows } = await reader.query<{ id: string }>('select id from naive where id > $1 order by id', [
      cursor,
    ])
    for (const { id } of rows) seen.add(id)
    cursor = rows.at(-1)?.id ?? cursor
  })
  await reader.end()
  return writers * rowsEach - seen.size
}

test('SY8 a reader misses nothing of eight server processes that commit late; one that reads a bigserial misses much', async () => {
  expect(await missedByUs()).toBe(0)
  const missed = await missedByNaive()
  expect(missed).toBeGreaterThan(writers)
  console.log(`a naive bigserial reader missed ${missed} of ${writers * rowsEach} rows`)
})
