import { expect, test } from 'vitest'
import { aChange, aFile, aPersonStore, aPersonStoreWithHeldOp } from './a-person-store.ts'

test('SY4 a held op offered again is the same op, and its value is back on the screen', async () => {
  const { db, store, op } = await aPersonStoreWithHeldOp()
  await store.retryHeld(op.id)
  expect((await store.takeOutgoing(10_000)).ops).toEqual([op])
  expect(await db.held.count()).toBe(0)
  expect(await db.rows.toArray()).toMatchObject([{ value: 'mine', pending: op.id, author: 'lan' }])
})

test('SY4 a held op offered again does not cover a newer edit', async () => {
  const { db, store, op } = await aPersonStoreWithHeldOp()
  await store.save([aChange('answers/q1', 'newer')])
  await store.retryHeld(op.id)
  expect(await store.countWaiting()).toBe(2)
  expect(await db.rows.toArray()).toMatchObject([{ value: 'newer' }])
})

test('SY10 a held change the person lets go of is kept all the same', async () => {
  const { db, store, op, clock } = await aPersonStoreWithHeldOp()
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
