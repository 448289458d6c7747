import { IDBObjectStore } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import { openPersonDatabase } from '../../../../src/client/database/person-database.ts'
import type { OutboxItem } from '../../../../src/sync/replica/replica-store.ts'
import { aChange, aDisk, aFile, aPersonStore } from './a-person-store.ts'

/** The tables as the first builds made them. */
const firstTables = {
  rows: '[thing+field], feed, [type+field], blank',
  outbox: 'op.id, op.seq, op.feed, [op.thing+op.field]',
  held: 'op.id',
  sent: 'op.id, op.feed, at',
  feeds: 'feed',
  meta: 'key',
  files: 'sha256, state',
  chunks: '[sha256+index]',
}

type Content = Readonly<Record<string, readonly unknown[]>>

afterEach(() => vi.restoreAllMocks())

async function readFirst(disk: ReturnType<typeof aDisk>): Promise<Content> {
  const db = new Dexie('isoxa-person-lan', disk)
  db.version(1).stores(firstTables)
  await db.open()
  const names = Object.keys(firstTables)
  const content = await Promise.all(names.map(name => db.table(name).toArray()))
  db.close()
  return Object.fromEntries(names.map((name, at) => [name, content[at] ?? []]))
}

/** What today's build makes in a day, put into the tables of the first one; `extra` lies in its outbox too. */
async function aFirstDatabase(extra: readonly unknown[] = []) {
  const { db, store } = await aPersonStore()
  await store.save([aChange('held', 1), aChange('sent', 2)])
  const { ops } = await store.takeOutgoing(10_000)
  const [held, sent] = ops
  if (!held || !sent) throw new Error('two ops were saved')
  await store.update(async transaction => {
    await transaction.hold([{ op: held, reason: 'locked', at: 5 }])
    await transaction.acknowledge([{ op: sent, seq: 1 }])
    await transaction.putFeedState(sent.feed, {
      epoch: 'e',
      cursor: 1,
      count: 1,
      checksum: 7,
      isRebuilt: false,
    })
  })
  // Ids are random: their order is not that of the sequence.
  for (let at = 0; at < 40; at++) await store.save([aChange(`answers/q${at}`, at)])
  await store.save([aChange('evidence/q1/f', 1)], [aFile('f', 700_000)])
  await store.save([aChange('answers/q7', 'replaces its predecessor')])
  await store.takeOutgoing(2_000)
  const disk = aDisk()
  const first = new Dexie('isoxa-person-lan', disk)
  first.version(1).stores(firstTables)
  await first.open()
  for (const table of first.tables) await table.bulkAdd(await db.table(table.name).toArray())
  await first.table('outbox').bulkAdd(extra)
  first.close()
  return { disk, content: await readFirst(disk) }
}

const bySeq = (items: readonly unknown[] | undefined) =>
  ((items ?? []) as readonly OutboxItem[]).toSorted((a, b) => a.op.seq - b.op.seq)

async function expectAll({ disk, content }: { disk: ReturnType<typeof aDisk>; content: Content }) {
  const { db, store } = await aPersonStore(disk)
  for (const name of Object.keys(firstTables)) {
    const found = await db.table(name).toArray()
    expect([name, found]).toEqual([name, name === 'outbox' ? bySeq(content[name]) : content[name]])
  }
  expect(content['outbox']?.length).toBe(41)
  const ops = bySeq(content['outbox']).map(item => item.op)
  expect((await store.takeOutgoing(1_000_000)).ops).toEqual(ops)
  await store.update(transaction => transaction.acknowledge(ops.map((op, at) => ({ op, seq: at + 2 }))))
  expect(await store.countWaiting()).toBe(0)
  store.close()
}

test('SY10 a database of the first builds opens with all that waits, is held, was sent, and its files', async () => {
  await expectAll(await aFirstDatabase())
})

test('SY10 an upgrade that is cut leaves the database as it was, and the next one takes it all', async () => {
  const first = await aFirstDatabase()
  const add = Reflect.get(IDBObjectStore.prototype, 'add') as (...given: unknown[]) => IDBRequest<IDBValidKey>
  let adds = 0
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...given) {
    // In the second of the two moves.
    if (++adds === 60) this.transaction.abort()
    return Reflect.apply(add, this, given)
  })
  const opened = await openPersonDatabase({ person: 'lan', options: first.disk })
  expect(opened).toMatchObject({ ok: false, error: { type: 'storeFailed' } })
  expect(adds).toBe(60)
  vi.restoreAllMocks()
  expect(await readFirst(first.disk)).toEqual(first.content)
  await expectAll(first)
})

test('SY10 an item that the new outbox cannot take stops the upgrade, which leaves all as it was', async () => {
  const damaged = { op: { id: 'damaged' }, bytes: 1, isOffered: false }
  const { disk, content } = await aFirstDatabase([damaged])
  const opened = await openPersonDatabase({ person: 'lan', options: disk })
  expect(opened).toMatchObject({ ok: false, error: { type: 'storeFailed' } })
  expect(await readFirst(disk)).toEqual(content)
})

test('SY10 two ops with the same sequence both stay', async () => {
  const { db, store } = await aPersonStore()
  await store.save([aChange('a', 1)])
  const [item] = await db.outbox.toArray()
  if (!item) throw new Error('one op was saved')
  await db.outbox.put({ ...item, op: { ...item.op, id: 'from elsewhere', field: 'b' } })
  expect((await store.takeOutgoing(10_000)).ops.map(op => op.field).sort()).toEqual(['a', 'b'])
  await store.update(transaction => transaction.acknowledge([{ op: item.op, seq: 1 }]))
  expect((await db.outbox.toArray()).map(({ op }) => op.id)).toEqual(['from elsewhere'])
})
