import { expect, test } from 'vitest'
import { createPersonWatches } from '../../../../src/client/database/person-watches.ts'
import { aChange, aFile, aPersonStore } from './a-person-store.ts'

async function withHeldOp() {
  const opened = await aPersonStore()
  const { store } = opened
  await store.save([aChange('answers/q1', 'mine')])
  const { ops } = await store.takeOutgoing(10_000)
  const [op] = ops
  if (!op) throw new Error('one op was saved')
  await store.update(async transaction => {
    await transaction.hold([{ op, reason: 'locked', at: 5 }])
    await transaction.removeRows([[op.thing, op.field]])
  })
  return { ...opened, op }
}

test('SY4 a held op offered again is the same op, and its value is back on the screen', async () => {
  const { db, store, op } = await withHeldOp()
  await store.retryHeld(op.id)
  expect((await store.takeOutgoing(10_000)).ops).toEqual([op])
  expect(await db.held.count()).toBe(0)
  expect(await db.rows.toArray()).toMatchObject([{ value: 'mine', pending: op.id, author: 'lan' }])
})

test('SY4 a held op offered again does not cover a newer edit', async () => {
  const { db, store, op } = await withHeldOp()
  await store.save([aChange('answers/q1', 'newer')])
  await store.retryHeld(op.id)
  expect(await store.countWaiting()).toBe(2)
  expect(await db.rows.toArray()).toMatchObject([{ value: 'newer' }])
})

test('SY10 a held change the person lets go of is kept all the same', async () => {
  const { db, store, op, clock } = await withHeldOp()
  await store.settleHeld(op.id)
  expect(await db.held.get(op.id)).toEqual({ op, reason: 'locked', at: 5, settledAt: clock.now() })
  expect(await store.countWaiting()).toBe(0)
})

test('SY12 thumbnails wait before originals, each oldest first, until the server has them', async () => {
  const { store, clock } = await aPersonStore()
  for (const [name, isThumb] of [
    ['a', false],
    ['b', true],
    ['c', false],
    ['d', true],
  ] as const) {
    // prettier-ignore
    await store.save([aChange(`evidence/q1/${name}`, 1)], [aFile(name, 10, isThumb)])
    clock.advance(1000)
  }
  const names = async () => (await store.listUnsentFiles()).map(file => file.sha256[0]).join('')
  expect(await names()).toBe('bdac')
  await store.markFileSent(aFile('b', 1).sha256)
  expect(await names()).toBe('dac')
  expect(await store.readFile(aFile('b', 1).sha256)).toBeDefined()
})

test('a file that came from the server can be read and does not wait to be sent', async () => {
  const { store } = await aPersonStore()
  const file = aFile('p', 20)
  await store.putPulledFile(file)
  await store.save([aChange('evidence/q1/p', 1)], [file])
  expect((await store.readFile(file.sha256))?.type).toBe('image/jpeg')
  expect(await store.listUnsentFiles()).toEqual([])
})

test('a file with a missing part is not handed out as a whole one', async () => {
  const { db, store } = await aPersonStore()
  const file = aFile('f', 600_000)
  await store.save([aChange('a', 1)], [file])
  await db.chunks.delete([file.sha256, 1])
  expect(await store.readFile(file.sha256)).toBeUndefined()
})

test('SY11 with a restored server, own files are offered again too', async () => {
  const { store } = await aPersonStore()
  await store.save([aChange('a', 1)], [aFile('f', 10)])
  await store.markFileSent(aFile('f', 10).sha256)
  await store.putPulledFile(aFile('p', 10))
  await store.update(transaction => transaction.reoffer('c1@a/unit'))
  expect((await store.listUnsentFiles()).map(file => file.sha256[0])).toEqual(['f'])
})

test('SY11 sent ops are kept thirty days', async () => {
  const { db, store, clock } = await aPersonStore()
  await store.save([aChange('a', 1)])
  const { ops } = await store.takeOutgoing(10_000)
  await store.update(transaction => transaction.acknowledge(ops))
  clock.advance(29 * 24 * 3600 * 1000)
  await store.begin()
  expect(await db.sent.count()).toBe(1)
  clock.advance(2 * 24 * 3600 * 1000)
  await store.begin()
  expect(await db.sent.count()).toBe(0)
})

test('notes are kept', async () => {
  const { store } = await aPersonStore()
  expect(await store.readNote('session')).toBeUndefined()
  await store.writeNote('session', { person: { id: 'lan' } })
  expect(await store.readNote('session')).toEqual({ person: { id: 'lan' } })
})

test('a screen that watches hears of every change', async () => {
  const { db, store } = await aPersonStore()
  const watches = createPersonWatches(db)
  const heard: unknown[] = []
  const next = (count: number) => expect.poll(() => heard.length).toBe(count)
  const subscription = watches
    .countFields('response', 'answers/')
    .subscribe(counts => heard.push(Object.fromEntries(counts)))
  await next(1)
  await store.save([aChange('answers/q1', 'a'), aChange('answers/q2', 'b'), aChange('notes/q1', 'n')])
  await next(2)
  await store.save([aChange('answers/q2', null)])
  await next(3)
  await store.save([aChange('answers/q2', 'again')])
  await next(4)
  subscription.unsubscribe()
  expect(heard).toEqual([{}, { t1: 2 }, { t1: 1 }, { t1: 2 }])
})

test('what is watched: a thing, fields, the outbox, held ops, files', async () => {
  const { db, store, op } = await withHeldOp()
  await store.save(
    [aChange('moves/m1', 'sent'), aChange('answers/q2', 'b')],
    [aFile('f', 10), aFile('g', 10)],
  )
  await store.markFileSent(aFile('g', 10).sha256)
  const watches = createPersonWatches(db)
  const now = <T>(watch: { subscribe: (next: (value: T) => void) => unknown }) =>
    new Promise<T>(resolve => void watch.subscribe(resolve))
  const fields = (rows: readonly { field: string }[]) => rows.map(row => row.field)
  expect(fields(await now(watches.watchThing('t1')))).toEqual(['answers/q2', 'moves/m1'])
  expect(fields(await now(watches.watchFields('response', 'moves/')))).toEqual(['moves/m1'])
  expect(fields(await now(watches.watchOutbox()))).toEqual(['moves/m1', 'answers/q2'])
  expect((await now(watches.watchHeld())).map(record => record.op.id)).toEqual([op.id])
  const sha256s = ['f', 'g', 'h'].map(name => aFile(name, 1).sha256)
  expect([...(await now(watches.watchFileStates(sha256s))).values()]).toEqual(['local', 'sent'])
  expect(await now(watches.countUnsentFiles())).toBe(1)
  await store.settleHeld(op.id)
  expect(await now(watches.watchHeld())).toEqual([])
})
