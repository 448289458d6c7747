import { sql } from 'kysely'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyData } from '../../src/server/backup/verify-data.ts'
import { canonicalJson } from '../../src/server/database/canonical-json.ts'
import { createSeatStore } from '../../src/server/database/seat-store.ts'
import { keptTables, leftOutTables } from '../../src/server/database/dump/kept-tables.ts'
import { openSnapshot } from '../../src/server/database/dump/open-snapshot.ts'
import { openDatabase, type Database } from '../../src/server/database/open-database.ts'
import {
  aBackedUpCommune,
  anEmptyPlace,
  filesIn,
  findingsOf,
  restoreInto,
} from '../support/a-backed-up-commune.ts'
import { engineNames } from '../support/databases.ts'
import { waitUntil } from '../support/wait-until.ts'
import { unitFeed } from '../unit/sync/authority/a-commune.ts'

const byText = (a: string, b: string): number => (a < b ? -1 : 1)

type Commune = Awaited<ReturnType<typeof aBackedUpCommune>>

const rowsOf = async ({ db }: Pick<Database, 'db'>, table: string): Promise<readonly string[]> => {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)
  // PostgreSQL's partitions have a column of their own, the same in every row of a server.
  return rows.map(row => canonicalJson({ ...row, province: undefined })).sort(byText)
}

/** Until somebody waits for a lock on the grants. */
const waitForWaiting = ({ db }: Database): Promise<true> =>
  waitUntil('somebody who waits', async () => {
    const { rows } = await sql`
      select 1 from pg_locks where not granted and relation = 'file_grants'::regclass`.execute(db)
    return rows.length > 0
  })

describe.each(engineNames)('a backup on %s', engine => {
  let commune: Commune
  beforeEach(async () => {
    commune = await aBackedUpCommune(engine)
  })
  afterEach(() => commune.close())

  test('taken while others write is of one moment: it verifies, and has all that was answered before', async () => {
    const { tablet, putFile, mustBackUp, folder } = commune
    const lan = tablet('lan')
    await lan.start()
    const writing = { isOver: false }
    let answered = 1
    const write = async (name: string): Promise<void> => {
      const own = tablet(name)
      for (let at = 0; !writing.isOver; at++) {
        const ops = Array.from({ length: 20 }, (_, one) =>
          own.op(`comments/q1/${name}-${at}-${one}`, { text: 'x' }),
        )
        await own.push(...ops, own.op('answers/q2', `${name} ${at}`))
        answered += 21
        await putFile(`${name} ${at}`)
        // In one process with them the backup gets its turn only between their turns.
        await wait(5)
      }
    }
    const writers = ['lan', 'minh', 'hoa'].map(write)
    await wait(300)
    for (let round = 0; round < 2; round++) {
      const before = answered
      const { name, manifest } = await mustBackUp()
      expect(await findingsOf(folder, name)).toEqual([])
      expect(manifest.tables['log']).toBeGreaterThanOrEqual(before)
    }
    const during = answered
    writing.isOver = true
    await Promise.all(writers)
    expect(during).toBeGreaterThan(100)
    expect(await Array.fromAsync(verifyData(commune.place, filesIn(commune.place), Date.now))).toEqual([])
  })

  test('does not keep writers waiting, and what they write meanwhile is in the next one', async () => {
    const { tablet, place } = commune
    const lan = tablet('lan')
    await lan.start()
    const snapshot = await openSnapshot(place, Date.now)
    await lan.push(lan.op('answers/q2', 'sau'))
    const heads = await snapshot.db.selectFrom('feeds').select('head').where('id', '=', unitFeed).execute()
    expect(heads).toEqual([{ head: 1 }])
    await snapshot.close()
  })

  test('SY12 waits for an upload that has its time already, so that no file of before is missing', async () => {
    const { place, database } = commune
    let now = 100
    const file = { sha256: 'a'.repeat(64), size: 1, type: 'image/png' }
    const opening = await database.db.transaction().execute(async transaction => {
      await transaction.insertInto('file_grants').values({ sha256: file.sha256, person: 'lan' }).execute()
      await transaction
        .insertInto('files')
        .values({ ...file, stored_at: ++now })
        .execute()
      const snapshot = openSnapshot(place, () => ++now)
      await (engine === 'postgres' ? waitForWaiting(database) : wait(300))
      return [snapshot]
    })
    const snapshot = await opening[0]!
    expect(snapshot.at).toBe(102)
    expect(await snapshot.db.selectFrom('files').select('stored_at').execute()).toEqual([{ stored_at: 101 }])
    await snapshot.close()
  })

  test('SY12 an upload has its time only when no backup is taking its own', async () => {
    const { index, database } = commune
    const upload = { sha256: 'a'.repeat(64), person: 'lan', size: 1, type: 'image/png' }
    await index.openUpload(upload, 1)
    let asked = 0
    const ending = await database.db.transaction().execute(async gate => {
      if (engine === 'postgres') await sql`lock table file_grants in share mode`.execute(gate)
      const stored = index.completeUpload({ ...upload, received: 1 }, () => ++asked)
      await wait(300)
      expect(asked).toBe(0)
      return [stored]
    })
    expect((await ending[0]!).storedAt).toBe(1)
  })

  test.each(engineNames)(
    'is restored into an empty %s: the same rows and files in a new epoch',
    async target => {
      const { tablet, putFile, mustBackUp, database, folder } = commune
      const lan = tablet('lan')
      await lan.start()
      await lan.push(lan.op('answers/q2', 'Lan Hương “ừ” \u0001 𝒳'), lan.op('answers/nosuch', 1))
      const sha256 = await putFile('ảnh')
      const seat = await createSeatStore(database).seatOf({ person: 'lan', device: 't1', known: undefined })
      await mustBackUp()
      const place = await anEmptyPlace(target)
      expect(await restoreInto(folder, place)).toMatchObject({ ok: true, value: { lackingFiles: [] } })

      const restored = await openDatabase(place)
      for (const table of keptTables.filter(one => one !== 'meta' && one !== 'backup_heads'))
        expect([table, await rowsOf(restored, table)]).toEqual([table, await rowsOf(database, table)])
      const epochOf = async ({ db }: Database) =>
        (await db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirstOrThrow())
          .value
      expect(await epochOf(restored)).not.toBe(await epochOf(database))
      const seats = createSeatStore(restored)
      expect(await seats.seatOf({ person: 'lan', device: 't1', known: undefined })).toBe(seat)
      // Numbers given after the backup are left to those that have them.
      expect(await seats.seatOf({ person: 'new', device: 't9', known: undefined })).toBeGreaterThan(
        seat + 500,
      )
      await restored.close()
      expect(await Array.fromAsync(verifyData(place, filesIn(place), Date.now))).toEqual([])
      expect(await Array.fromAsync((await filesIn(place).read(sha256))!)).toEqual([Buffer.from('ảnh')])

      // What is there now is never written over.
      expect(await restoreInto(folder, place)).toEqual({ ok: false, error: { type: 'placeNotEmpty' } })
    },
  )

  test('has every table of the schema, or leaves it out knowingly', async () => {
    const tables = await commune.database.db.introspection.getTables()
    const known: readonly string[] = [...keptTables, ...leftOutTables]
    const isPartition = (name: string): boolean => /^(?:entries|log)_\d/u.test(name)
    expect(
      tables.map(({ name }) => name).filter(name => !known.includes(name) && !isPartition(name)),
    ).toEqual([])
  })

  test('tells the server how far it goes, but not when the server has lost a file', async () => {
    const { tablet, putFile, mustBackUp, database, place } = commune
    await tablet('lan').start()
    const sha256 = await putFile('ảnh')
    const { manifest } = await mustBackUp()
    const marks = () => rowsOf(database, 'backup_heads')
    const [first] = await marks()
    expect(first).toContain(`"since":${manifest.at}`)
    expect(first).toContain('"head":1')

    const lan = tablet('lan', 'communeOfficial', 'c1@a', 'dev-other')
    await lan.push(lan.op('answers/q2', 'x'))
    const lostFiles = { read: () => Promise.resolve(undefined) }
    // In the pool of backups it is safe; only a new one can be lost.
    expect((await mustBackUp({ files: lostFiles })).manifest.lost).toEqual([])
    const marked = await marks()
    await putFile('ảnh hai')
    await lan.push(lan.op('answers/q3', 'x'))
    expect((await mustBackUp({ files: lostFiles })).manifest.lost).toHaveLength(1)
    expect(await marks()).toEqual(marked)
    writeFileSync(join(place.dataFolder, 'files', sha256.slice(0, 2), sha256), 'khác')
    expect(await Array.fromAsync(verifyData(place, filesIn(place), Date.now))).toEqual([
      { type: 'fileChanged', sha256 },
    ])
  })

  test('SY15 is not made of data that were tampered with, and says where', async () => {
    const { tablet, backUp, database, place, mustBackUp, folder } = commune
    const lan = tablet('lan')
    await lan.start()
    await lan.push(lan.op('answers/q1', 'yes'), lan.op('answers/q2', 'a'))
    const { name } = await mustBackUp()
    const verify = () => Array.fromAsync(verifyData(place, filesIn(place), Date.now))
    expect(await verify()).toEqual([])

    await database.db
      .updateTable('entries')
      .set({ value: '"no"' })
      .where('field', '=', 'answers/q1')
      .execute()
    expect(await verify()).toEqual([{ type: 'entryDiffers', feed: unitFeed, seq: 2 }])
    await database.db.deleteFrom('entries').where('field', '=', 'answers/q1').execute()
    expect((await verify()).map(({ type }) => type)).toEqual([
      'entryMissing',
      'countDiffers',
      'checksumDiffers',
    ])
    await database.db.updateTable('log').set({ record: '{}' }).where('seq', '=', 3).execute()
    expect(await verify()).toEqual([{ type: 'recordChanged', feed: unitFeed, seq: 3 }])
    expect(await backUp()).toEqual({
      ok: false,
      error: { type: 'dataDamaged', findings: [{ type: 'recordChanged', feed: unitFeed, seq: 3 }] },
    })
    expect(await findingsOf(folder)).toEqual([])
    expect((await restoreInto(folder, await anEmptyPlace('sqlite'), { name })).ok).toBe(true)
  })
})
