import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { createDigestStore } from '../../../../src/client/database/digest-store.ts'
import { aChange, aPersonStore } from './a-person-store.ts'

const feed = 'c1@a/unit'
const aState = { epoch: 'e', cursor: 3, count: 2, checksum: 9, isRebuilt: false }
const aDigest = { version: '1', parts: ['{}'] }

async function versionsOf(
  digests: ReturnType<typeof createDigestStore>,
): Promise<ReadonlyMap<string, string>> {
  const { promise, resolve } = Promise.withResolvers<ReadonlyMap<string, string>>()
  const subscription = digests.watchVersions().subscribe(resolve)
  const versions = await promise
  subscription.unsubscribe()
  return versions
}

test('a feed has another version after each save, each answer and each pull', async () => {
  const { db, store } = await aPersonStore()
  const digests = createDigestStore(db)
  const seen: (string | undefined)[] = []
  const look = async () => void seen.push((await versionsOf(digests)).get(feed))
  await look()
  await store.save([aChange('answers/q1', 'mine')])
  await look()
  await store.save([aChange('answers/q1', 'mine again')])
  await look()
  const { ops } = await store.takeOutgoing(10_000)
  await store.update(async transaction => {
    await transaction.putFeedState(feed, aState)
    await transaction.acknowledge(ops.map(op => ({ op, seq: 3 })))
  })
  await look()
  await store.update(transaction => transaction.putFeedState(feed, { ...aState, cursor: 4 }))
  await look()
  expect(seen[0]).toBeUndefined()
  expect(new Set(seen).size).toBe(5)
})

test('SY9 what was made of a feed goes with the feed', async () => {
  const { db, store } = await aPersonStore()
  const digests = createDigestStore(db)
  await store.update(async transaction => {
    await transaction.putFeedState(feed, aState)
    await transaction.putFeedState('c2@a/unit', aState)
  })
  await digests.put(
    new Map([
      [feed, aDigest],
      ['c2@a/unit', aDigest],
    ]),
    'digest',
  )
  await digests.put(new Map([[feed, aDigest]]), 'findings')
  expect([...(await digests.read('digest')).keys()].sort()).toEqual([feed, 'c2@a/unit'])
  await store.update(transaction => transaction.putFeedState(feed, undefined))
  expect([...(await digests.read('digest')).keys()]).toEqual(['c2@a/unit'])
  expect((await digests.read('findings')).size).toBe(0)
})

test('SY9 nothing is kept of a feed that went away while it was being worked on', async () => {
  const { db } = await aPersonStore()
  const digests = createDigestStore(db)
  await digests.put(new Map([[feed, aDigest]]), 'digest')
  expect((await digests.read('digest')).size).toBe(0)
})
