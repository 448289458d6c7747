import { describe, expect, test } from 'vitest'
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

test('a file that came from the server can be read, and waits to be sent only if it is taken here too', async () => {
  const { store } = await aPersonStore()
  const file = aFile('p', 20)
  await store.putPulledFile(file, 7)
  expect((await store.readFile(file.sha256))?.type).toBe('image/jpeg')
  expect(await store.listUnsentFiles()).toEqual([])
  // The server shows a file to the readers of a feed only if the author of the op has uploaded it.
  await store.save([aChange('evidence/q1/p', 1)], [file])
  expect((await store.listUnsentFiles()).map(({ sha256 }) => sha256)).toEqual([file.sha256])
  expect((await store.readFile(file.sha256))?.size).toBe(20)
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
  await store.putPulledFile(aFile('p', 10), null)
  await store.update(transaction => transaction.reoffer('c1@a/unit'))
  expect((await store.listUnsentFiles()).map(file => file.sha256[0])).toEqual(['f'])
})

describe('SY11 sent ops are kept thirty days, and until a backup has them', () => {
  const day = 24 * 3600 * 1000
  const feed = 'c1@a/unit'
  async function sentOps() {
    const opened = await aPersonStore()
    const { db, store } = opened
    await store.save([aChange('a', 1), aChange('b', 2)])
    const { ops } = await store.takeOutgoing(10_000)
    await store.update(async transaction => {
      await transaction.acknowledge(ops.map((op, at) => ({ op, seq: at + 6 })))
      await transaction.putFeedState(feed, {
        epoch: 'e1',
        cursor: 7,
        count: 2,
        checksum: 1,
        isRebuilt: false,
      })
    })
    const backUp = (head: number, epoch = 'e1'): Promise<void> =>
      store.update(transaction => transaction.noteBackup({ at: head, epoch, heads: { [feed]: head } }))
    const countKept = async (): Promise<number> => {
      await store.begin()
      return db.sent.count()
    }
    return { ...opened, backUp, countKept }
  }

  test('a backup alone does not let them go', async () => {
    const { clock, backUp, countKept } = await sentOps()
    await backUp(7)
    clock.advance(29 * day)
    expect(await countKept()).toBe(1)
    clock.advance(2 * day)
    expect(await countKept()).toBe(0)
  })

  test('time alone does not either', async () => {
    const { clock, countKept } = await sentOps()
    clock.advance(400 * day)
    expect(await countKept()).toBe(1)
  })

  test.each([
    ['that ends before them', 6, 'e1'],
    ['of another epoch', 7, 'e0'],
  ])('a backup %s does not let them go', async (_, head, epoch) => {
    const { clock, backUp, countKept } = await sentOps()
    await backUp(head, epoch)
    clock.advance(31 * day)
    expect(await countKept()).toBe(1)
  })
})

test('notes are kept', async () => {
  const { store } = await aPersonStore()
  expect(await store.readNote('session')).toBeUndefined()
  await store.writeNote('session', { person: { id: 'lan' } })
  expect(await store.readNote('session')).toEqual({ person: { id: 'lan' } })
})
