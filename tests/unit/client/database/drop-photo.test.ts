import { expect, test } from 'vitest'
import { aChange, aFile, aPersonStore } from './a-person-store.ts'

const before = aFile('e1', 700_000)
const small = aFile('e2', 900, true)
const after = aFile('a1', 1_000)
const dropped = { sha256: before.sha256, thumb: small.sha256 }
const naming = (sha256: string, of = 'q1') => aChange(`evidence/${of}/${sha256}`, { thumb: small.sha256 })

async function aTabletWithPhoto() {
  const opened = await aPersonStore()
  await opened.store.save([naming(before.sha256)], [before, small])
  const blur = () =>
    opened.store.save([naming(after.sha256), aChange(`evidence/q1/${before.sha256}`, null)], [after], dropped)
  return { ...opened, blur }
}

test('a photo that was blurred before its upload leaves the tablet with the save, and is never offered', async () => {
  const { db, store, blur } = await aTabletWithPhoto()
  expect(await blur()).toMatchObject({ ok: true, value: { earlier: 'gone' } })
  expect((await store.listUnsentFiles()).map(({ sha256 }) => sha256)).toEqual([after.sha256])
  expect(await store.readFile(before.sha256)).toBeUndefined()
  expect((await db.chunks.toArray()).map(({ sha256 }) => sha256)).toEqual([after.sha256])
  const { ops } = await store.takeOutgoing(100_000)
  expect(ops.map(({ field, value }) => [field.split('/')[2]?.slice(0, 2), value === null])).toEqual([
    ['e1', true],
    ['a1', false],
  ])
})

test('the earlier picture stays while the blurred one is not on the disk (SY1)', async () => {
  const { db, store, blur } = await aTabletWithPhoto()
  db.files.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await blur()).toEqual({ ok: false, error: { type: 'quotaExceeded' } })
  expect((await store.readFile(before.sha256))?.size).toBe(700_000)
  const row = await db.rows.get(['t1', `evidence/q1/${before.sha256}`])
  expect(row?.value).not.toBeNull()
})

test('nor is anything lost when the tablet cannot take the earlier one away', async () => {
  const { db, store, blur } = await aTabletWithPhoto()
  db.files.hook('deleting', () => {
    throw new Error('cut')
  })
  expect((await blur()).ok).toBe(false)
  expect((await store.readFile(before.sha256))?.size).toBe(700_000)
  expect(await store.readFile(after.sha256)).toBeUndefined()
})

test('a picture that the server has is said to be there, also when it has the small one only', async () => {
  for (const sent of [before.sha256, small.sha256]) {
    const { store, blur } = await aTabletWithPhoto()
    await store.markFileSent(sent, 5)
    expect(await blur()).toMatchObject({ value: { earlier: 'atServer' } })
    // A server that is restored to before it had it is not given it again (SY11).
    expect(await store.readFile(before.sha256)).toBeUndefined()
    await store.update(transaction => transaction.reoffer().then(() => undefined))
    expect((await store.listUnsentFiles()).map(({ sha256 }) => sha256)).toEqual([after.sha256])
  }
})

test('a picture that something else names stays on the tablet, until that is let go of too', async () => {
  const { store, blur } = await aTabletWithPhoto()
  await store.save([naming(before.sha256, 'finding:1')])
  expect(await blur()).toMatchObject({ value: { earlier: 'inUse' } })
  expect((await store.readFile(before.sha256))?.size).toBe(700_000)
  const second = await store.save([aChange(`evidence/finding:1/${before.sha256}`, null)], [], dropped)
  expect(second).toMatchObject({ value: { earlier: 'gone' } })
  expect(await store.readFile(before.sha256)).toBeUndefined()
})

const takenAway = aChange(`evidence/q1/${before.sha256}`, null)

test('a photo that is taken away before anybody heard of it leaves the tablet, with its bytes and its small one', async () => {
  const { db, store } = await aTabletWithPhoto()
  expect((await store.save([takenAway])).ok).toBe(true)
  expect(await store.listUnsentFiles()).toEqual([])
  expect([await db.files.count(), await db.chunks.count()]).toEqual([0, 0])
})

test('a photo whose word is out is not sent after it was taken away, but stays, for the server may hold the removal', async () => {
  const { db, store } = await aTabletWithPhoto()
  const { ops } = await store.takeOutgoing(100_000)
  await store.save([takenAway])
  expect(await store.listUnsentFiles()).toEqual([])
  expect((await store.readFile(before.sha256))?.size).toBe(700_000)
  // The removal was held, and the row says again what the server has.
  const row = await db.rows.get(['t1', takenAway.field])
  if (!row) throw new Error('the row is gone')
  await db.rows.put({ ...row, value: ops[0]?.value ?? null })
  expect((await store.listUnsentFiles()).map(({ sha256 }) => sha256)).toEqual([small.sha256, before.sha256])
})

test('a photo that others have heard of stays too when it was taken away, taken once more and taken away again', async () => {
  const { store } = await aTabletWithPhoto()
  await store.takeOutgoing(100_000)
  await store.save([takenAway])
  await store.save([naming(before.sha256)], [before, small])
  await store.save([takenAway])
  expect(await store.listUnsentFiles()).toEqual([])
  expect((await store.readFile(before.sha256))?.size).toBe(700_000)
})

test('a photo that was taken away and is taken once more is sent', async () => {
  const { store } = await aTabletWithPhoto()
  await store.takeOutgoing(100_000)
  await store.save([takenAway])
  await store.save([naming(before.sha256, 'q2')], [before, small])
  expect((await store.listUnsentFiles()).map(({ sha256 }) => sha256)).toEqual([small.sha256, before.sha256])
})

test('a photo that another field or a snapshot names is sent, though it was taken away here', async () => {
  for (const elsewhere of [
    naming(before.sha256, 'finding:1'),
    aChange('moves/1', { sent: [before.sha256] }),
  ]) {
    const { store } = await aTabletWithPhoto()
    await store.save([elsewhere])
    await store.save([takenAway])
    expect((await store.listUnsentFiles()).map(({ sha256 }) => sha256)).toEqual([small.sha256, before.sha256])
    expect((await store.readFile(before.sha256))?.size).toBe(700_000)
  }
})

test('what the server has of a photo that was taken away stays on the tablet too', async () => {
  const { store } = await aTabletWithPhoto()
  await store.markFileSent(before.sha256, 5)
  await store.markFileSent(small.sha256, 5)
  await store.save([takenAway])
  expect((await store.readFile(before.sha256))?.size).toBe(700_000)
})
