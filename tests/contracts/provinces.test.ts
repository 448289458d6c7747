import { sql, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addProvince } from '../../src/server/database/add-province.ts'
import { createEntryStore } from '../../src/server/database/entry-store.ts'
import { filesOfOp } from '../../src/server/database/files-of-op.ts'
import { findBrokenLink } from '../../src/server/database/hash-chain.ts'
import { migrate, migrations } from '../../src/server/database/migrate.ts'
import type { Database } from '../../src/server/database/open-database.ts'
import type { Tables } from '../../src/server/database/tables.ts'
import { engines, type TestDatabase } from '../support/databases.ts'
import { freshPostgres } from '../support/fresh-postgres.ts'
import { openPlainPostgres } from '../support/plain-postgres.ts'
import { aCommune, results, unitFeed } from '../unit/sync/authority/a-commune.ts'

const storeOf = (database: Database, provinceOf?: (feed: string) => string) =>
  createEntryStore(database, { filesOf: filesOfOp, ...(provinceOf && { provinceOf }) })

/** How many rows lie in which partition. */
async function placesOf(
  db: Kysely<Tables>,
  table: 'log' | 'entries',
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ place: string; count: number }>`
    select tableoid::regclass::text as place, count(*)::int as count from ${sql.table(table)} group by 1 order by 1
  `.execute(db)
  return Object.fromEntries(rows.map(({ place, count }) => [place, count]))
}

describe('the log and the entries on PostgreSQL', () => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines.postgres()
  })
  afterEach(() => opened.close())

  test('lie by province, each in a partition that any process may add', async () => {
    const { database } = opened
    const provinceOf = (feed: string) => (feed === unitFeed ? '04@2017-10-15' : '20@2017-10-15')
    await Promise.all([database, await opened.openSecond()].map(one => addProvince(one, '04@2017-10-15')))
    const { tablet, entries, authority } = aCommune(storeOf(database, provinceOf))
    await tablet('lan').start()
    await authority.write('20@a/reference', [{ type: 'unit', thing: 'u', field: 'unit', value: 'x' }])
    expect(await placesOf(database.db, 'log')).toEqual({ log_04_2017_10_15: 1, log_20_2017_10_15: 1 })
    expect(await placesOf(database.db, 'entries')).toEqual({
      entries_04_2017_10_15: 1,
      entries_20_2017_10_15: 1,
    })
    expect(await entries()).toHaveLength(1)
    expect(await findBrokenLink(database, unitFeed)).toBeUndefined()
  })

  test('a feed stays where its first op put it, so that its rows never lie in two places', async () => {
    const { database } = opened
    await addProvince(database, '04@2017-10-15')
    const lan = aCommune(storeOf(database, () => '04@2017-10-15')).tablet('lan')
    await lan.start()
    const later = aCommune(storeOf(database, () => '20@2017-10-15'))
    await later.tablet('minh').push(later.tablet('minh').op('answers/q1', 'yes'))
    expect(await placesOf(database.db, 'log')).toEqual({ log_04_2017_10_15: 2 })
    expect((await later.entries()).map(({ seq }) => seq)).toEqual([1, 2])
  })

  test('a pull looks into the partition of its feed only', async () => {
    const { database } = opened
    for (const code of ['01', '02', '04']) await addProvince(database, `${code}@2017-10-15`)
    await aCommune(storeOf(database)).tablet('lan').start()
    const plan = await sql<{ 'QUERY PLAN': string }>`
      explain (analyze, costs off, timing off, summary off)
      select * from entries where feed = ${unitFeed}
        and province = (select province from feeds where id = ${unitFeed}) and seq > 0
    `.execute(database.db)
    const lines = plan.rows.map(row => row['QUERY PLAN'])
    const read = lines.filter(line => / on entries_/u.test(line) && !line.includes('never executed'))
    expect(read).toHaveLength(1)
    expect(read[0]).toContain('entries_20_2017_10_15')
  })
})

test('what was written before the log had partitions is there after it, in order, and goes on', async () => {
  const url = await freshPostgres()
  const db = openPlainPostgres(url)
  const old = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } })
  const until = await old.migrateTo('0004-backup')
  expect(until.error).toBeUndefined()
  await db.insertInto('meta').values({ key: 'epoch', value: 'epoch of then' }).execute()
  // What the code of then wrote: the same rows without a province. Made by today's code on a database of its own.
  const written = await engines.postgres()
  const source = aCommune(storeOf(written.database))
  const lan = source.tablet('lan')
  await lan.start()
  await lan.push(
    lan.op('answers/q1', 'yes'),
    lan.op('answers/q2', 'Lan'),
    lan.op('comments/q1/a', { text: 'x' }),
  )
  for (const table of ['feeds', 'things', 'entries', 'log'] as const) {
    const rows = await written.database.db.selectFrom(table).selectAll().execute()
    for (const { province: _, ...row } of rows as { province?: string }[])
      await db
        .insertInto(table)
        .values(row as never)
        .execute()
  }
  const before = await source.entries()
  await written.close()

  await migrate(db)
  const { database, close } = await engines.existingPostgres(url)
  const now = aCommune(storeOf(database))
  expect(await now.entries()).toEqual(before)
  expect(await placesOf(db, 'log')).toEqual({ log_20_2017_10_15: before.length })
  expect(await findBrokenLink(database, unitFeed)).toBeUndefined()
  const again = now.tablet('lan')
  expect(results(await again.push(again.op('form', { id: 'survey', version: '1' })))).toEqual(['duplicate'])
  const minh = now.tablet('minh')
  expect(results(await minh.push(minh.op('answers/q3', 'sau đó')))).toEqual(['ok'])
  expect((await now.entries()).at(-1)).toMatchObject({ seq: before.length + 1, value: 'sau đó' })
  expect(await findBrokenLink(database, unitFeed)).toBeUndefined()
  await db.destroy()
  await close()
})
