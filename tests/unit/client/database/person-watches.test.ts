import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { createPersonWatches } from '../../../../src/client/database/person-watches.ts'
import { aChange, aFile, aPersonStore, aPersonStoreWithHeldOp } from './a-person-store.ts'

test('a screen that watches hears of every change', async () => {
  const { db, store } = await aPersonStore()
  const watches = createPersonWatches(db)
  const heard: unknown[] = []
  const next = (count: number) => vi.waitUntil(() => heard.length === count)
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
  const { db, store, op } = await aPersonStoreWithHeldOp()
  await store.save(
    [aChange('moves/m1', 'sent'), aChange('answers/q2', 'b')],
    [aFile('f', 10), aFile('g', 10)],
  )
  await store.markFileSent(aFile('g', 10).sha256, 5)
  const watches = createPersonWatches(db)
  const now = <T>(watch: { subscribe: (next: (value: T) => void) => unknown }) =>
    new Promise<T>(resolve => void watch.subscribe(resolve))
  const fields = (rows: readonly { field: string }[]) => rows.map(row => row.field)
  expect(fields(await now(watches.watchThing('t1')))).toEqual(['answers/q2', 'moves/m1'])
  expect(fields(await now(watches.watchFields('response', 'moves/')))).toEqual(['moves/m1'])
  expect(fields(await now(watches.watchOutbox()))).toEqual(['moves/m1', 'answers/q2'])
  expect((await now(watches.watchHeld())).map(record => record.op.id)).toEqual([op.id])
  const sha256s = ['f', 'g', 'h'].map(name => aFile(name, 1).sha256)
  expect([...(await now(watches.watchFileFacts(sha256s))).values()]).toEqual([
    { isOnlyHere: true, storedAt: undefined },
    { isOnlyHere: false, storedAt: 5 },
    null,
  ])
  expect((await now(watches.watchUnsentFiles())).map(file => file.sha256)).toEqual(sha256s.slice(0, 1))
  expect(await now(watches.watchBackup())).toEqual({ backup: undefined, epochs: new Map() })
  expect(await now(watches.countUnsentFiles())).toBe(1)
  await store.settleHeld(op.id)
  expect(await now(watches.watchHeld())).toEqual([])
})
