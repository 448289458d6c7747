import { describe, expect, test } from 'vitest'
import type { LinkProblem } from '../../../../src/sync/replica/server-link.ts'
import {
  aChange,
  anEntry,
  answered,
  aPage,
  aReplica,
  asEntry,
  feed,
  wins,
  without,
  yes,
} from './a-replica.ts'

test('SY7 what is answered leaves the outbox, and the cursor moves with the rows', async () => {
  const { replica, store, requests, values } = aReplica(({ ops }) => {
    const page = aPage([anEntry(7, 'answers/q2'), ...ops.map(op => asEntry(8, op))])
    return answered({ answers: wins(ops, 8), pages: [without(page, ops)] })
  })
  await store.save([aChange('answers/q1', 'mine')])
  expect(await replica.syncOnce()).toEqual({ type: 'synced', sent: 1, held: 0, received: 1, unsound: [] })
  expect(requests).toHaveLength(1)
  expect(requests[0]).toMatchObject({ person: 'lan', cursors: {}, protocol: 1 })
  expect(await store.countWaiting()).toBe(0)
  expect(await values()).toEqual({ 'answers/q1': 'mine', 'answers/q2': 'theirs' })
  expect((await store.takeOutgoing(1)).cursors).toEqual({ [feed]: ['e1', 8] })
})

test('the number of the person at this tablet is told from then on, and asked for anew with a new device id', async () => {
  const { replica, requests } = aReplica(
    () => answered({ seat: 4 }),
    () => answered(),
    () => answered({ renewDevice: true, seat: 9 }),
    () => answered({ seat: 11 }),
    () => answered(),
  )
  for (let sync = 0; sync < 5; sync++) await replica.syncOnce()
  const seats = requests.map(({ device, seat }) => [device === requests[0]?.device, seat])
  expect(seats.slice(0, 3)).toEqual([
    [true, undefined],
    [true, 4],
    [true, 4],
  ])
  expect(seats.slice(3)).toEqual([
    [false, undefined],
    [false, 11],
  ])
})

test('SY7 a feed whose sums do not agree is pulled again from zero, once per sync, and then told of', async () => {
  const wrong = aPage([anEntry(1, 'answers/q1')], { count: 2 })
  const { replica, store, requests, values } = aReplica(({ ops }) =>
    answered({ answers: wins(ops), pages: [wrong] }),
  )
  await store.save([aChange('answers/q9', 'mine', { feed: 'c2@a/unit', thing: 't2' })])
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', sent: 1, unsound: [feed] })
  expect(requests.map(request => request.cursors[feed])).toEqual([undefined, ['', 0]])
  expect(await values()).toEqual({ 'answers/q1': 'theirs', 'answers/q9': 'mine' })
})

test('SY7 a pull from zero that agrees heals the feed; what was not on the server is gone from the screen', async () => {
  const { replica, requests, values } = aReplica(
    () => answered({ pages: [aPage([anEntry(1, 'answers/q1'), anEntry(2, 'answers/q2')], { count: 1 })] }),
    () => answered({ pages: [aPage([anEntry(2, 'answers/q2')])] }),
  )
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', unsound: [] })
  expect(requests).toHaveLength(2)
  expect(await values()).toEqual({ 'answers/q2': 'theirs' })
})

test('SY7 the pull goes on until no page has more', async () => {
  const whole = aPage([anEntry(1, 'answers/q1'), anEntry(2, 'answers/q2')])
  const { replica, requests, values } = aReplica(
    () => answered({ pages: [{ ...whole, entries: whole.entries.slice(0, 1), cursor: 1, more: true }] }),
    () => answered({ pages: [{ ...whole, entries: whole.entries.slice(1) }] }),
  )
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', received: 2, unsound: [] })
  expect(requests[1]?.cursors).toEqual({ [feed]: ['e1', 1] })
  expect(Object.keys(await values())).toEqual(['answers/q1', 'answers/q2'])
})

test('SY7 a server that always has more but never moves does not keep the tablet asking', async () => {
  const stuck = aPage([], { head: 5, cursor: 0, more: true })
  const { replica, requests } = aReplica(() => answered({ pages: [stuck] }))
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced' })
  expect(requests.length).toBeLessThan(4)
})

test('SY8 a page that continues from elsewhere is passed over', async () => {
  const { replica, store, values } = aReplica(
    () => answered({ pages: [aPage([anEntry(1, 'answers/q1')])] }),
    () => answered({ pages: [aPage([anEntry(9, 'answers/q9')])] }),
  )
  await replica.syncOnce()
  const state = { epoch: 'e1', cursor: 3, count: 1, checksum: 1, isRebuilt: false }
  const original = store.takeOutgoing
  store.takeOutgoing = async bytes => {
    const outgoing = await original(bytes)
    await store.update(transaction => transaction.putFeedState(feed, state))
    return outgoing
  }
  await replica.syncOnce()
  expect(Object.keys(await values())).toEqual(['answers/q1'])
})

test('SY3 an op whose answer was lost is offered again with the same id', async () => {
  const { replica, store, requests } = aReplica(() => ({ type: 'unreachable' }), yes)
  await store.save([aChange('answers/q1', 'mine')])
  expect(await replica.syncOnce()).toEqual({ type: 'unreachable' })
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', sent: 1 })
  expect(requests[1]?.ops).toEqual(requests[0]?.ops)
})

test('SY4 a held op does not block those behind it and stays to be seen', async () => {
  const { replica, store, values } = aReplica(({ ops }) =>
    answered({
      answers: ops.map(({ field, hlc }) =>
        field === 'answers/q1'
          ? { result: 'held', reason: 'locked' }
          : { result: 'ok', seq: 1, hlc, wins: true },
      ),
    }),
  )
  await store.save([aChange('answers/q1', 'no'), aChange('answers/q2', 'yes')])
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', sent: 1, held: 1 })
  expect(await store.listHeld()).toMatchObject([{ op: { value: 'no' }, reason: 'locked', at: 1000 }])
  expect(await values()).toEqual({ 'answers/q2': 'yes' })
})

test('SY9 a feed out of scope is dropped only after its unsent ops were offered and answered', async () => {
  const { replica, store, requests, values } = aReplica(
    () => answered({ pages: [aPage([anEntry(1, 'answers/q1')])] }),
    // The first batch of a long outbox: not everything is offered yet.
    ({ ops }) =>
      answered({ answers: ops.map(() => ({ result: 'held', reason: 'outOfScope' })), gone: [feed] }),
  )
  await replica.syncOnce()
  const mine = Array.from({ length: 90 }, (_, at) => aChange(`answers/mine${at}`, 'x'.repeat(600)))
  await store.save(mine)
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', held: 90 })
  expect(requests.length).toBeGreaterThan(2)
  expect(requests.flatMap(request => request.ops)).toHaveLength(90)
  expect(await values()).toEqual({})
  expect(await store.listHeld()).toHaveLength(90)
  expect((await store.takeOutgoing(1)).cursors).toEqual({})
})

test('SY9 while ops of a gone feed wait, its rows stay', async () => {
  const { replica, store, values } = aReplica(
    () => answered({ pages: [aPage([anEntry(1, 'answers/q1')])] }),
    ({ ops }) =>
      answered({ answers: ops.map(() => ({ result: 'held', reason: 'outOfScope' })), gone: [feed] }),
    () => ({ type: 'unreachable' }),
  )
  await replica.syncOnce()
  await store.save(Array.from({ length: 90 }, (_, at) => aChange(`answers/mine${at}`, 'x'.repeat(600))))
  await replica.syncOnce()
  const held = await store.listHeld()
  const waiting = await store.listOutbox()
  expect(held.length).toBeGreaterThan(10)
  expect(held.length + waiting.length).toBe(90)
  expect(Object.keys(await values())).toEqual(['answers/q1', ...waiting.map(op => op.field)])
})

test('the first pull of a feed leaves a value not offered yet on the screen', async () => {
  const { replica, store } = aReplica(
    ({ ops }) => answered({ answers: wins(ops), pages: [aPage([anEntry(1, 'answers/q1')])] }),
    () => ({ type: 'unreachable' }),
  )
  const elsewhere = { feed: 'c2@a/unit', thing: 't2' }
  await store.save(
    Array.from({ length: 60 }, (_, at) => aChange(`answers/a${at}`, 'x'.repeat(200), elsewhere)),
  )
  await store.save([aChange('answers/q1', 'mine')])
  await replica.syncOnce()
  const row = (await store.listRows()).find(({ field }) => field === 'answers/q1')
  expect(row).toMatchObject({ value: 'mine', author: 'lan', server: { value: 'theirs' } })
  expect(row?.pending).toBe((await store.listOutbox()).at(-1)?.id)
})

test('an answer to an op that does not wait any more changes nothing', async () => {
  const { replica, store } = aReplica(async ({ ops }) => {
    // Another tab was faster.
    await store.update(transaction =>
      transaction.hold(ops.map(op => ({ op, reason: 'locked' as const, at: 1 }))),
    )
    return answered({ answers: wins(ops) })
  })
  await store.save([aChange('answers/q1', 'mine')])
  const before = await store.listRows()
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', sent: 0 })
  expect(await store.listRows()).toEqual(before)
})

test('SY11 a server restored from a backup gets what it lost: the tablet offers its sent ops again', async () => {
  const theirs = anEntry(1, 'answers/q1')
  const { replica, store, requests, values } = aReplica(
    ({ ops }) => {
      const page = aPage([theirs, ...ops.map(op => asEntry(2, op))])
      return answered({ answers: wins(ops, 2), pages: [without(page, ops)] })
    },
    // The backup is older than the tablet's op.
    () => answered({ pages: [aPage([theirs], { epoch: 'e2' })] }),
    ({ ops }) => answered({ answers: wins(ops, 2) }),
  )
  await store.save([aChange('answers/q2', 'mine')])
  await replica.syncOnce()
  const offered = requests[0]?.ops
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', sent: 1, unsound: [] })
  expect(requests.map(request => [request.cursors[feed], request.ops])).toEqual([
    [undefined, offered],
    [['e1', 2], []],
    [['e2', 1], offered],
  ])
  expect(await values()).toEqual({ 'answers/q1': 'theirs', 'answers/q2': 'mine' })
  expect(await store.countWaiting()).toBe(0)
})

test('SY11 what a restored server holds before it has back what it lost waits, and is judged once more', async () => {
  const { replica, store, requests, values } = aReplica(
    ({ ops }) => {
      const page = aPage(ops.map(op => asEntry(1, op)))
      return answered({ answers: wins(ops), pages: [without(page, ops)] })
    },
    // It has lost the form, so it knows of no question that could be answered.
    () =>
      answered({
        answers: [{ result: 'held', reason: 'unknownField' }],
        pages: [aPage([], { epoch: 'e2' })],
      }),
    ({ ops }) => answered({ answers: wins(ops) }),
  )
  await store.save([aChange('form', 'survey')])
  await replica.syncOnce()
  await store.save([aChange('answers/q1', 'mine')])
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', sent: 2, held: 0 })
  expect(requests.at(-1)?.ops.map(({ field }) => field)).toEqual(['form', 'answers/q1'])
  expect(await store.listHeld()).toEqual([])
  expect(await values()).toEqual({ form: 'survey', 'answers/q1': 'mine' })
})

test('SY11 what was sent to a feed that is gone by now is offered again to a restored server', async () => {
  const { replica, store, requests } = aReplica(
    ({ ops }) => {
      const page = aPage(ops.map(op => asEntry(1, op)))
      return answered({ epoch: 'e1', answers: wins(ops), pages: [without(page, ops)] })
    },
    () => answered({ gone: [feed] }),
    // Nothing is in scope any more, so there is no page that could tell of the new epoch.
    () => answered({ epoch: 'e2' }),
    ({ ops }) => answered({ answers: ops.map(() => ({ result: 'held', reason: 'outOfScope' })) }),
  )
  await store.save([aChange('answers/q1', 'mine')])
  const [op] = await store.listOutbox()
  await replica.syncOnce()
  await replica.syncOnce()
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', held: 1 })
  expect(requests.at(-1)?.ops).toEqual([op])
  expect(await store.listHeld()).toMatchObject([{ op, reason: 'outOfScope' }])
})

test('SY11 what this person wrote stays on the screen even when no op of it is kept any more', async () => {
  const mine = asEntry(2, { ...(await anySentOp()), field: 'answers/old' })
  const { replica, values } = aReplica(
    () => answered({ pages: [aPage([anEntry(1, 'answers/q1'), mine])] }),
    () => answered({ pages: [aPage([], { epoch: 'e2' })] }),
  )
  await replica.syncOnce()
  await replica.syncOnce()
  expect(await values()).toEqual({ 'answers/old': 'mine' })
})

async function anySentOp() {
  const { store } = aReplica()
  await store.save([aChange('answers/q1', 'mine')])
  const [op] = await store.listOutbox()
  if (!op) throw new Error('one op was saved')
  return op
}

test('SY2 a cloned tablet takes a new device id and goes on', async () => {
  const { replica, store, requests } = aReplica(
    ({ ops }) => answered({ answers: wins(ops), renewDevice: true }),
    yes,
  )
  await store.save([aChange('answers/q1', 'a')])
  await replica.syncOnce()
  await store.save([aChange('answers/q2', 'b')])
  await replica.syncOnce()
  const devices = requests.map(request => request.device)
  expect(devices.at(-1)).not.toBe(devices[0])
  expect(requests.at(-1)?.ops[0]?.device).toBe(devices.at(-1))
})

const failures: readonly LinkProblem[] = [
  { type: 'unauthorized' },
  { type: 'otherPerson' },
  { type: 'upgradeRequired' },
  { type: 'tooLarge' },
  { type: 'serverFull' },
  { type: 'busy', retryAfterMs: 5000 },
  { type: 'busy', retryAfterMs: null },
  { type: 'refused', status: 400, error: 'badRequest' },
  { type: 'notOurServer' },
  { type: 'unreachable' },
]

describe('SY10 nothing deletes unsent work', () => {
  test.each(failures)('not an answer of $type', async failure => {
    const { replica, store, values } = aReplica(() => failure)
    await store.save([aChange('answers/q1', 'mine'), aChange('answers/q2', 'mine')])
    const before = await store.listOutbox()
    expect(await replica.syncOnce()).toEqual(failure)
    expect(await store.listOutbox()).toEqual(before)
    expect(await values()).toEqual({ 'answers/q1': 'mine', 'answers/q2': 'mine' })
    expect(replica.status()).toMatchObject({ phase: 'waiting', waitingOps: 2, lastProblem: failure })
  })

  test('not a well-formed answer with too few answers in it', async () => {
    const { replica, store } = aReplica(() => answered())
    await store.save([aChange('answers/q1', 'mine')])
    expect(await replica.syncOnce()).toEqual({ type: 'notOurServer' })
    expect(await store.countWaiting()).toBe(1)
  })

  test('not a database that fails while the answer is noted', async () => {
    const { replica, store } = aReplica()
    await store.save([aChange('answers/q1', 'mine')])
    const update = store.update
    store.update = () => Promise.reject(new Error('the disk went'))
    expect(await replica.syncOnce()).toMatchObject({ type: 'storeFailed' })
    expect(await store.countWaiting()).toBe(1)
    store.update = update
    expect(await replica.syncOnce()).toMatchObject({ type: 'synced', sent: 1 })
  })
})

test('SY13 a batch that is too large is halved until it passes', async () => {
  const sizes: number[] = []
  const { replica, store } = aReplica(request => {
    const size = JSON.stringify(request.ops).length
    sizes.push(size)
    return size > 3000 ? { type: 'tooLarge' } : yes(request)
  })
  await store.save(Array.from({ length: 60 }, (_, at) => aChange(`answers/q${at}`, 'x'.repeat(100))))
  for (let n = 0; n < 9 && (await store.countWaiting()) > 0; n++) await replica.syncOnce()
  expect(await store.countWaiting()).toBe(0)
  expect(await store.listHeld()).toEqual([])
})

test('SY4 a single op that is too large is set aside, so that the others go on', async () => {
  const { replica, store } = aReplica(request =>
    JSON.stringify(request.ops).length > 20_000 ? { type: 'tooLarge' } : yes(request),
  )
  await store.save([aChange('notes/q1', 'x'.repeat(30_000)), aChange('answers/q2', 'yes')])
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', sent: 1 })
  expect(await store.listHeld()).toMatchObject([{ reason: 'tooLarge', op: { field: 'notes/q1' } }])
  expect(await store.countWaiting()).toBe(0)
})

test('SY4 an op that the server cannot read does not block those behind it', async () => {
  const isUnreadable = (field: string) => field === 'answers/q7'
  const { replica, store } = aReplica(request =>
    request.ops.some(op => isUnreadable(op.field))
      ? { type: 'refused', status: 400, error: 'badRequest' }
      : yes(request),
  )
  await store.save(Array.from({ length: 40 }, (_, at) => aChange(`answers/q${at}`, 'x')))
  expect(await replica.syncOnce()).toMatchObject({ type: 'synced', sent: 39 })
  expect(await store.listHeld()).toMatchObject([{ reason: 'badValue', op: { field: 'answers/q7' } }])
  expect(await store.countWaiting()).toBe(0)
})

test('SY10 a server that refuses every request sets nothing aside', async () => {
  const { replica, store } = aReplica(() => ({ type: 'refused', status: 400, error: 'badRequest' }))
  await store.save(Array.from({ length: 40 }, (_, at) => aChange(`answers/q${at}`, 'x')))
  for (let n = 0; n < 3; n++) expect(await replica.syncOnce()).toMatchObject({ type: 'refused' })
  expect(await store.listHeld()).toEqual([])
  expect(await store.countWaiting()).toBe(40)
})

test('SY10 a proxy that finds even the smallest op too large sets nothing aside', async () => {
  const { replica, store } = aReplica(() => ({ type: 'tooLarge' }))
  await store.save([aChange('answers/q1', 'yes')])
  expect(await replica.syncOnce()).toEqual({ type: 'tooLarge' })
  expect(await store.listHeld()).toEqual([])
  expect(await store.countWaiting()).toBe(1)
})

test('SY13 batches grow while they succeed', async () => {
  const { replica, store, requests } = aReplica()
  await store.save(Array.from({ length: 500 }, (_, at) => aChange(`answers/q${at}`, 'x'.repeat(100))))
  await replica.syncOnce()
  const sizes = requests.map(request => JSON.stringify(request.ops).length / 1024)
  expect(sizes[0]).toBeLessThan(25)
  expect(sizes[1]).toBeGreaterThan(40)
  expect(sizes[2]).toBeGreaterThan(80)
  expect(requests.map(request => request.room / 1024).slice(0, 3)).toEqual([96, 192, 384])
})

test('the status tells what waits, what has gone, and whether our server answered', async () => {
  const { replica, store, clock } = aReplica(() => ({ type: 'notOurServer' }), yes)
  const seen: string[] = []
  replica.subscribe(() => seen.push(replica.status().phase))
  expect(replica.status()).toMatchObject({ online: 'unknown', lastSuccessAt: null })
  await store.save([aChange('answers/q1', 'a')])
  await replica.refresh()
  expect(replica.status().waitingOps).toBe(1)
  await replica.syncOnce()
  expect(replica.status()).toMatchObject({
    online: 'no',
    waitingOps: 1,
    lastProblem: { type: 'notOurServer' },
  })
  await replica.syncOnce()
  const status = replica.status()
  expect(status).toEqual({
    phase: 'idle',
    waitingOps: 0,
    sentInThisRun: 1,
    lastSuccessAt: clock.now(),
    lastProblem: null,
    online: 'yes',
  })
  expect(replica.status()).toBe(status)
  expect(seen).toContain('syncing')
})

test('a second call during a run joins it', async () => {
  const { replica, requests } = aReplica()
  const [first, second] = await Promise.all([replica.syncOnce(), replica.syncOnce()])
  expect(first).toBe(second)
  expect(requests).toHaveLength(1)
})
