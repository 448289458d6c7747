import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { openPersonDatabase } from '../../../../src/client/database/person-database.ts'
import { toSaveProblem } from '../../../../src/client/database/save-problem.ts'
import { aChange, aDisk, aFile, aPersonStore } from './a-person-store.ts'

test('SY1 a save keeps the field, its op and the bytes of its photo together', async () => {
  const { db, store } = await aPersonStore()
  const photo = aFile('f1', 700_000)
  const saved = await store.save([aChange('evidence/q1/f1', { size: 700_000 })], [photo])
  expect(saved).toMatchObject({ ok: true, value: { ops: [expect.any(String)] } })
  expect(await db.rows.count()).toBe(1)
  expect(await store.countWaiting()).toBe(1)
  const bytes = await (await store.readFile(photo.sha256))?.arrayBuffer()
  expect(bytes && Buffer.from(bytes).equals(Buffer.from(photo.bytes))).toBe(true)
  const sizes = (await db.chunks.toArray()).map(chunk => chunk.bytes.byteLength)
  expect(sizes).toEqual([512 * 1024, 700_000 - 512 * 1024])
})

test('SY1 every save is strict', async () => {
  const { db } = await aPersonStore()
  const strict = { chromeTransactionDurability: 'strict', cache: 'disabled' }
  expect((db as unknown as { _options: object })._options).toMatchObject(strict)
})

test('SY1 a save that fails half-way leaves nothing, and says so', async () => {
  const { db, store } = await aPersonStore()
  db.files.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const saved = await store.save([aChange('answers/q1', 'yes')], [aFile('f1', 10)])
  expect(saved).toEqual({ ok: false, error: { type: 'quotaExceeded' } })
  expect(await Promise.all([db.rows.count(), db.outbox.count(), db.chunks.count()])).toEqual([0, 0, 0])
})

test.each([
  [
    'ST3 an AbortError around a QuotaExceededError',
    { name: 'AbortError', inner: { name: 'QuotaExceededError' } },
  ],
  ['ST3 a QuotaExceededError itself', new DOMException('', 'QuotaExceededError')],
  [
    'ST3 one among the failures of many writes',
    { name: 'BulkError', failures: [{ name: 'QuotaExceededError' }] },
  ],
])('%s is a full disk', (_, cause) => {
  expect(toSaveProblem(cause)).toEqual({ type: 'quotaExceeded' })
})

test('an error nobody knows comes back as it was', () => {
  const cause = new Error('cosmic ray')
  expect(toSaveProblem(cause)).toEqual({ type: 'databaseFailed', cause })
  expect(toSaveProblem('text')).toEqual({ type: 'databaseFailed', cause: 'text' })
})

test('a value of more than 64,000 bytes is refused before anything is written', async () => {
  const { db, store } = await aPersonStore()
  const saved = await store.save([aChange('a', 'x'), aChange('notes/q1', 'ế'.repeat(30_000))])
  expect(saved).toEqual({
    ok: false,
    error: { type: 'valueTooLarge', field: 'notes/q1', bytes: 90_002, limit: 64_000 },
  })
  expect(await db.rows.count()).toBe(0)
  expect((await store.save([aChange('a', 'x'.repeat(63_998))])).ok).toBe(true)
})

test('ST5 when newer code takes the database over, the next write of the old tab says so', async () => {
  const disk = aDisk()
  let isGone = false
  const old = await aPersonStore(disk, () => {
    isGone = true
  })
  await old.store.save([aChange('answers/q1', 'kept')])
  const next = new Dexie('isoxa-person-lan', disk)
  next.version(4).stores({ rows: '[thing+field], feed, [type+field], blank', more: 'id' })
  await next.open()
  expect(isGone).toBe(true)
  expect(await old.store.save([aChange('answers/q2', 'x')])).toEqual({
    ok: false,
    error: { type: 'databaseGone' },
  })
  expect(await next.table('rows').count()).toBe(1)
  next.close()
  expect(await openPersonDatabase({ person: 'lan', options: disk })).toEqual({
    ok: false,
    error: { type: 'newerSchema' },
  })
})

test('a browser without storage is told of, not thrown', async () => {
  const broken = { open: () => { throw new DOMException('', 'SecurityError') } } as unknown as IDBFactory // prettier-ignore
  const opened = await openPersonDatabase({ person: 'lan', options: { ...aDisk(), indexedDB: broken } })
  expect(opened).toMatchObject({ ok: false, error: { type: 'storeFailed' } })
})

test('SY2 the device keeps its id, and its sequence goes on after a restart', async () => {
  const disk = aDisk()
  const first = await aPersonStore(disk)
  await first.store.save([aChange('a', 1), aChange('b', 2)])
  const before = await first.store.takeOutgoing(10_000)
  first.store.close()
  const second = await aPersonStore(disk)
  await second.store.save([aChange('c', 3)])
  const after = await second.store.takeOutgoing(10_000)
  expect(after.device).toBe(before.device)
  expect(after.ops.map(op => op.seq)).toEqual([1, 2, 3])
  expect(after.ops.slice(0, 2)).toEqual(before.ops)
})

test('SY5 a clock that goes back does not put an op before its predecessor', async () => {
  const { store, clock } = await aPersonStore()
  await store.save([aChange('a', 1)])
  clock.set('2001-01-01T00:00:00Z')
  await store.save([aChange('b', 2)])
  const [first, second] = (await store.takeOutgoing(10_000)).ops
  expect(second?.hlc).toBeGreaterThan(first?.hlc ?? 0)
})
