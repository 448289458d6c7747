import { sql } from 'kysely'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { markBackup } from '../../src/server/database/backup-mark.ts'
import { createEntryStore } from '../../src/server/database/entry-store.ts'
import { startNewEpoch } from '../../src/server/database/epoch.ts'
import { createFileIndex } from '../../src/server/database/file-index.ts'
import { filesOfOp } from '../../src/server/database/files-of-op.ts'
import { findBrokenLink } from '../../src/server/database/hash-chain.ts'
import { openDatabase, type Database } from '../../src/server/database/open-database.ts'
import { engineNames, engines, type TestDatabase } from '../support/databases.ts'
import { aCommune, cursorsAfter, results, unitFeed } from '../unit/sync/authority/a-commune.ts'

const storeOf = (database: Database) => createEntryStore(database, { filesOf: filesOfOp })

describe.each(engineNames)('a commune on %s', engine => {
  let opened: TestDatabase
  beforeEach(async () => {
    opened = await engines[engine]()
  })
  afterEach(() => opened.close())

  test('the same work leaves the same entries as in memory', async () => {
    const work = async ({ tablet, clock, entries }: ReturnType<typeof aCommune>) => {
      const [lan, minh] = [tablet('lan'), tablet('minh')]
      await lan.start()
      await lan.push(lan.op('answers/q1', 'yes'), lan.op('answers/q2', 'Lan'), lan.op('answers/nosuch', 1))
      clock.ms += 1000
      const answers = await minh.push(minh.op('answers/q2', 'Minh'), minh.op('moves/m1', { to: 'sent' }))
      return [answers, await entries()]
    }
    expect(await work(aCommune(storeOf(opened.database)))).toEqual(await work(aCommune()))
  })

  test('SY3 the same push from two connections at once is taken once', async () => {
    const { tablet, entries } = aCommune(storeOf(opened.database))
    const lan = tablet('lan')
    await lan.start()
    const ops = Array.from({ length: 30 }, (_, at) => lan.op(`comments/q1/${at}`, { text: 'x' }))
    const answers = await Promise.all([lan.push(...ops), lan.push(...ops), lan.push(...ops.toReversed())])
    expect(answers.flatMap(results).filter(result => result === 'ok')).toHaveLength(30)
    expect(await entries()).toHaveLength(31)
  })

  test('what was answered is there after the server came back', async () => {
    const { tablet } = aCommune(storeOf(opened.database))
    const lan = tablet('lan')
    await lan.start()
    const op = lan.op('answers/q2', 'còn')
    await lan.push(op)
    const { tablet: after, valueOf } = aCommune(storeOf(await opened.reopen()))
    expect(await valueOf('answers/q2')).toBe('còn')
    expect(results(await after('lan').push(op))).toEqual(['duplicate'])
  })

  test('SY11 a tablet hears how far the newest backup goes, of its own feeds, once', async () => {
    const { db } = opened.database
    const { tablet } = aCommune(storeOf(opened.database))
    const [lan, other] = [tablet('lan'), tablet('other', 'communeOfficial', 'c2@a')]
    await lan.start()
    await lan.push(lan.op('answers/q1', 'yes'))
    expect((await lan.sync([])).backup).toBeUndefined()
    const { value: epoch } = await db
      .selectFrom('meta')
      .select('value')
      .where('key', '=', 'epoch')
      .executeTakeFirstOrThrow()
    const backUp = (at: number, heads: Record<string, number>, of = epoch): Promise<void> =>
      db
        .transaction()
        .execute(transaction =>
          markBackup(transaction, { at, epoch: of, heads: new Map(Object.entries(heads)) }),
        )
    await backUp(100, { [unitFeed]: 2 })
    const first = await lan.sync([])
    expect(first.backup).toEqual({ at: 100, epoch, heads: { [unitFeed]: 2 } })
    expect((await other.sync([])).backup).toEqual({ at: 100, epoch, heads: {} })
    const cursors = cursorsAfter(first)
    expect((await lan.sync([], { cursors, backup: 100 })).backup).toBeUndefined()

    // A later one in which nothing has changed is told by its time alone.
    await backUp(200, { [unitFeed]: 2 })
    expect((await lan.sync([], { cursors, backup: 100 })).backup).toEqual({ at: 200, epoch, heads: {} })
    expect((await lan.sync([], { cursors: {}, backup: 100 })).backup?.heads).toEqual({ [unitFeed]: 2 })

    // An older one, and one that another epoch made, say nothing.
    await backUp(150, { [unitFeed]: 9 })
    await backUp(300, { [unitFeed]: 9 }, 'another')
    expect((await lan.sync([])).backup).toEqual({ at: 200, epoch, heads: { [unitFeed]: 2 } })
    await startNewEpoch(opened.database)
    expect((await lan.sync([])).backup?.epoch).toBe(epoch)
  })

  test('SY15 the end of the chain travels with the page that has the end of the feed', async () => {
    const { tablet } = aCommune(storeOf(opened.database))
    const lan = tablet('lan')
    await lan.start()
    const page = async () => (await lan.sync([])).pages.find(({ feed }) => feed === unitFeed)
    const before = (await page())?.chain
    expect(before).toMatch(/^[\da-f]{64}$/u)
    await lan.push(lan.op('answers/q1', 'yes'))
    expect((await page())?.chain).not.toBe(before)
  })

  test('SY15 a log that was rewritten, or cut at its end, is found', async () => {
    const { tablet } = aCommune(storeOf(opened.database))
    const { db } = opened.database
    const lan = tablet('lan')
    await lan.start()
    await lan.push(lan.op('answers/q1', 'yes'), lan.op('answers/q2', 'a'), lan.op('answers/q3', 'b'))
    expect(await findBrokenLink(opened.database, unitFeed)).toBeUndefined()
    expect(await findBrokenLink(opened.database, 'never/unit')).toBeUndefined()

    const kept = await db.selectFrom('log').selectAll().where('seq', '=', 4).executeTakeFirstOrThrow()
    await db.deleteFrom('log').where('seq', '=', 4).execute()
    expect(await findBrokenLink(opened.database, unitFeed)).toMatchObject({ type: 'tailMissing', seq: 4 })
    await db.insertInto('log').values(kept).execute()

    const two = await db.selectFrom('log').select('record').where('seq', '=', 2).executeTakeFirstOrThrow()
    await db
      .updateTable('log')
      .set({ record: two.record.replace('yes', 'no') })
      .where('seq', '=', 2)
      .execute()
    expect(await findBrokenLink(opened.database, unitFeed)).toMatchObject({ type: 'recordChanged', seq: 2 })
    await db.deleteFrom('log').where('seq', '=', 2).execute()
    expect(await findBrokenLink(opened.database, unitFeed)).toMatchObject({ type: 'recordMissing', seq: 2 })
  })

  test('SY11 after a restored backup a new epoch brings every feed from zero', async () => {
    const { tablet } = aCommune(storeOf(opened.database))
    const lan = tablet('lan')
    await lan.start()
    const cursors = cursorsAfter(await lan.sync([]))
    expect((await lan.sync([], { cursors })).pages).toEqual([])
    await startNewEpoch(opened.database)
    const { pages } = await lan.sync([], { cursors })
    expect(pages).toMatchObject([{ feed: unitFeed, cursor: 1, entries: [{}] }])
    expect(pages[0]?.epoch).not.toBe(cursors[unitFeed]?.[0])
  })

  test('SY9 a file is read by who uploaded it, and by readers of a feed where one who has it named it', async () => {
    const files = createFileIndex(opened.database)
    const { tablet } = aCommune(storeOf(opened.database))
    const [lan, minh] = [tablet('lan'), tablet('minh')]
    const [photo, thumb, foreign] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]
    const value = { type: 'image/jpeg', size: 10, width: 4, height: 3, thumb }
    await lan.start()
    await lan.push(lan.op(`evidence/q1/${photo}`, value))
    const inUnit = (feed: string) => feed === unitFeed
    expect(await files.mayRead(photo, 'officer', inUnit)).toBe(false)

    for (const sha256 of [photo, thumb]) {
      const upload = await files.openUpload({ sha256, person: 'lan', size: 10, type: 'image/jpeg' }, 1)
      await files.completeUpload(upload, () => 2)
      expect(await files.mayRead(sha256, 'lan', () => false)).toBe(true)
      expect(await files.mayRead(sha256, 'officer', inUnit)).toBe(true)
      expect(await files.mayRead(sha256, 'stranger', () => false)).toBe(false)
    }

    const stolen = await files.openUpload(
      { sha256: foreign, person: 'officer', size: 10, type: 'image/jpeg' },
      1,
    )
    await files.completeUpload(stolen, () => 2)
    await minh.push(minh.op(`evidence/q1/${foreign}`, { ...value, thumb: null }))
    expect(await files.mayRead(foreign, 'minh', inUnit)).toBe(false)
  })

  test('SY4 a held op gives nobody a file', async () => {
    const files = createFileIndex(opened.database)
    const { tablet } = aCommune(storeOf(opened.database))
    const lan = tablet('lan')
    const photo = 'a'.repeat(64)
    const value = { type: 'image/jpeg', size: 10, width: 4, height: 3, thumb: null }
    await files.completeUpload(
      await files.openUpload({ sha256: photo, person: 'lan', size: 10, type: 'image/jpeg' }, 1),
      () => 2,
    )
    expect(results(await lan.push(lan.op(`evidence/q1/${photo}`, value)))).toEqual(['held: unknownField'])
    expect(await files.mayRead(photo, 'minh', () => true)).toBe(false)
  })
})

test('SY8 on PostgreSQL two server processes give one feed dense sequences', async () => {
  const opened = await engines.postgres()
  const communes = [aCommune(storeOf(opened.database)), aCommune(storeOf(await opened.openSecond()))]
  const [first] = communes
  await first!.tablet('lan').start()
  const pushes = communes.flatMap(({ tablet }, process) =>
    Array.from({ length: 10 }, (_, at) => {
      const lan = tablet('lan', 'communeOfficial', 'c1@a', `dev-${process}-${at}`)
      return lan.push(lan.op(`comments/q1/${process}-${at}`, { text: 'x' }))
    }),
  )
  expect((await Promise.all(pushes)).flatMap(results)).toEqual(Array.from({ length: 20 }, () => 'ok'))
  expect((await first!.entries()).map(({ seq }) => seq)).toEqual(
    Array.from({ length: 21 }, (_, at) => at + 1),
  )
  expect(await findBrokenLink(opened.database, unitFeed)).toBeUndefined()
  await opened.close()
})

describe('a SQLite data folder', () => {
  test('belongs to one server: a second one is refused in plain words', async () => {
    const opened = await engines.sqlite()
    await expect(opened.openSecond()).rejects.toThrow(/another ISO Xã server is using the data folder/u)
    await opened.close()
  })

  test('is free again when the process that had it was killed', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'iso-xa-'))
    const module = new URL('../../src/server/database/open-database.ts', import.meta.url)
    const script = `
      const { openDatabase } = await import(${JSON.stringify(module.href)})
      await openDatabase({ dataFolder: ${JSON.stringify(dataFolder)} })
      console.log('open'); setInterval(() => {}, 1000)`
    const server = spawn(process.execPath, ['--input-type=module', '-e', script])
    await once(server.stdout, 'data')
    await expect(openDatabase({ dataFolder })).rejects.toThrow('another')
    server.kill('SIGKILL')
    await once(server, 'exit')
    const database = await openDatabase({ dataFolder })
    await database.close()
    rmSync(dataFolder, { recursive: true })
  })

  test('lets no other program write between what a transaction reads and what it writes', async () => {
    const opened = await engines.sqlite()
    const place = await sql<{ file: string }>`pragma database_list`.execute(opened.database.db)
    const stranger = new DatabaseSync(place.rows[0]?.file ?? '', { timeout: 0 })
    const store = storeOf(opened.database)
    await store.inFeed(unitFeed, () => Promise.resolve())
    await store.inFeed(unitFeed, () => {
      expect(() => stranger.exec("insert into things values ('x', 'y')")).toThrow('locked')
      return Promise.resolve()
    })
    stranger.close()
    await opened.close()
  })

  test('keeps what it says is kept: WAL, and every commit flushed', async () => {
    const opened = await engines.sqlite()
    const { db } = opened.database
    const pragma = async (name: string): Promise<unknown> => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)
      return Object.values(rows[0] ?? {})[0]
    }
    expect([await pragma('journal_mode'), await pragma('synchronous')]).toEqual(['wal', 2])
    await opened.close()
  })
})
