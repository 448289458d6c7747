import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Op } from '../../src/sync/protocol/op.ts'
import type { Change } from '../../src/sync/replica/replica-store.ts'
import type { Row } from '../../src/sync/replica/row.ts'
import type { TestedStore } from './replica-store-memory.ts'

const feed = 'c1@a/unit'

const change = (field: string, value: Change['value'], given: Partial<Change> = {}): Change => ({
  feed,
  type: 'response',
  thing: 't1',
  field,
  value,
  ...given,
})

const aRow = (field: string, given: Partial<Row> = {}): Row => ({
  feed,
  type: 'response',
  thing: 't1',
  field,
  value: 'theirs',
  op: `op-${field}`,
  hlc: 5,
  author: 'minh',
  at: 7,
  seq: 3,
  pending: null,
  server: null,
  ...given,
})

const taken = (op: Op) => ({ op, seq: op.seq })

export interface OpenedReplicaStore {
  readonly store: TestedStore
  close: () => void
}

/** What every store of a replica promises; see `ReplicaStore`. */
export function replicaStoreContract(name: string, open: () => Promise<OpenedReplicaStore>): void {
  describe(`a replica's store: ${name}`, () => {
    let opened: OpenedReplicaStore
    let store: TestedStore
    beforeEach(async () => {
      opened = await open()
      const { save } = opened.store
      const mustSave = async (changes: readonly Change[]): Promise<unknown> => {
        const saved = await save(changes)
        expect(saved).toMatchObject({ ok: true })
        return saved
      }
      store = { ...opened.store, save: mustSave }
    })
    afterEach(() => opened.close())

    test('SY1 a save puts the row and its op into the store together', async () => {
      await store.save([change('answers/q1', 'yes'), change('answers/q2', 4)])
      const rows = await store.listRows()
      const ops = await store.listOutbox()
      expect(rows.map(({ field, value, pending }) => [field, value, pending])).toEqual([
        ['answers/q1', 'yes', ops[0]?.id],
        ['answers/q2', 4, ops[1]?.id],
      ])
      expect(ops.map(({ seq, base }) => [seq, base])).toEqual([
        [1, null],
        [2, null],
      ])
      expect(new Set(ops.map(op => op.group)).size).toBe(1)
      expect(await store.countWaiting()).toBe(2)
    })

    test('an op that was never offered is replaced by the next of its field, in its place and with its base', async () => {
      await store.update(transaction => transaction.putRows([aRow('answers/q1')]))
      await store.save([change('answers/q1', 'a'), change('answers/q2', 'b')])
      const [first] = await store.listOutbox()
      await store.save([change('answers/q1', 'c')])
      const ops = await store.listOutbox()
      expect(ops.map(({ field, value, seq, base }) => [field, value, seq, base])).toEqual([
        ['answers/q1', 'c', 1, 'op-answers/q1'],
        ['answers/q2', 'b', 2, null],
      ])
      expect(ops[0]?.id).not.toBe(first?.id)
    })

    test('an op that was offered once never changes; the next one follows it', async () => {
      await store.save([change('answers/q1', 'a')])
      const { ops: offered } = await store.takeOutgoing(10_000)
      await store.save([change('answers/q1', 'b')])
      const ops = await store.listOutbox()
      expect(ops).toHaveLength(2)
      expect(ops[0]).toEqual(offered[0])
      expect(ops[1]).toMatchObject({ value: 'b', base: offered[0]?.id, seq: 2 })
    })

    test('an op saved after others were offered is replaced, those before it are not', async () => {
      await store.save([change('answers/q1', 'a')])
      const { ops: offered } = await store.takeOutgoing(10_000)
      for (const value of ['b', 'c']) {
        await store.save([change('answers/q1', value)])
        await store.save([change('answers/q2', value)])
      }
      const ops = await store.listOutbox()
      expect(ops.map(({ field, value }) => [field, value])).toEqual([
        ['answers/q1', 'a'],
        ['answers/q1', 'c'],
        ['answers/q2', 'c'],
      ])
      expect(ops[0]).toEqual(offered[0])
    })

    test('an edit never moves to the other side of the move that sends the response', async () => {
      await store.save([change('answers/q1', 'a')])
      await store.save([change('moves/m1', { to: 'sent' })])
      await store.save([change('answers/q1', 'b')])
      const ops = await store.listOutbox()
      expect(ops.map(({ field, value }) => [field, value])).toEqual([
        ['answers/q1', 'a'],
        ['moves/m1', { to: 'sent' }],
        ['answers/q1', 'b'],
      ])
    })

    test('saving the value that is there already makes no op', async () => {
      await store.save([change('answers/q1', { a: 1, b: 2 })])
      await store.save([change('answers/q1', { b: 2, a: 1 })])
      expect(await store.listOutbox()).toHaveLength(1)
    })

    test('SY6 the base is the op whose value the person saw, also when a pull came in between', async () => {
      await store.update(transaction => transaction.putRows([aRow('answers/q1', { op: 'newer' })]))
      await store.save([change('answers/q1', 'mine', { seen: 'older' })])
      expect((await store.listOutbox())[0]?.base).toBe('older')
    })

    test('ops are taken oldest first, up to the size asked for and at least one', async () => {
      await store.save(Array.from({ length: 100 }, (_, at) => change(`answers/q${at}`, 'x'.repeat(50))))
      const all = await store.takeOutgoing(1_000_000)
      expect(all.ops.map(op => op.seq)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
      const one = await store.takeOutgoing(1)
      expect(one.ops.map(op => op.seq)).toEqual([1])
      const some = await store.takeOutgoing(2_000)
      expect(JSON.stringify(some.ops).length).toBeLessThan(2_100)
      expect(some.ops.length).toBeGreaterThan(3)
    })

    test('SY7 a transaction holds together whatever else its work awaits', async () => {
      const nothing = async (): Promise<void> => undefined
      for (const field of ['a', 'b', 'c'])
        await store.update(async transaction => {
          await nothing()
          await transaction.rows([])
          await nothing()
          await transaction.putRows([aRow(field)])
          await nothing()
        })
      expect((await store.listRows()).map(row => row.field)).toEqual(['a', 'b', 'c'])
    })

    test('SY7 a transaction that fails leaves nothing behind', async () => {
      await store.save([change('answers/q1', 'a')])
      const [op] = await store.listOutbox()
      const before = await store.listRows()
      await expect(
        store.update(async transaction => {
          if (op) await transaction.acknowledge([taken(op)])
          // Whatever else the work awaits, it is still the same transaction.
          await Promise.resolve()
          await transaction.putRows([])
          await transaction.putRows([aRow('answers/q9')])
          await (async () => 0)()
          await transaction.putFeedState(feed, {
            epoch: 'e',
            cursor: 3,
            count: 1,
            checksum: 1,
            isRebuilt: false,
          })
          throw new Error('the power went')
        }),
      ).rejects.toThrow('the power went')
      expect(await store.listOutbox()).toEqual([op])
      expect(await store.listRows()).toEqual(before)
      expect((await store.takeOutgoing(1)).cursors).toEqual({})
    })

    test('a transaction sees its own writes', async () => {
      const seen = await store.update(async transaction => {
        await transaction.putRows([aRow('a'), aRow('b', { thing: 't2' }), aRow('c', { feed: 'other/unit' })])
        await transaction.removeRows([['t2', 'b']])
        const rows = await transaction.rows([
          ['t1', 'a'],
          ['t2', 'b'],
        ])
        return { rows, ofFeed: await transaction.rowsOf(feed) }
      })
      expect(seen).toEqual({ rows: [aRow('a'), undefined], ofFeed: [aRow('a')] })
    })

    test('many fields of a thing are read as few are: in the order asked for, its own writes among them', async () => {
      const fields = Array.from({ length: 60 }, (_, at) => `answers/q${at}`)
      await store.update(transaction => transaction.putRows(fields.map(field => aRow(field))))
      const asked = fields.filter((_, at) => at % 2 === 0).toReversed()
      const seen = await store.update(async transaction => {
        await transaction.putRows([aRow('answers/q2', { value: 'new' })])
        await transaction.removeRows([['t1', 'answers/q4']])
        return transaction.rows([...asked, 'answers/none'].map(field => ['t1', field] as const))
      })
      const values: Readonly<Record<string, unknown>> = { 'answers/q2': 'new', 'answers/q4': undefined }
      expect(seen.map(row => row?.value)).toEqual([
        ...asked.map(field => (field in values ? values[field] : 'theirs')),
        undefined,
      ])
      expect(seen.slice(0, 3).map(row => row?.field)).toEqual(asked.slice(0, 3))
      expect(await store.listRows()).toHaveLength(59)
    })

    test('a feed forgotten is gone from the cursors; the others stay', async () => {
      const state = { epoch: 'e1', cursor: 4, count: 2, checksum: 9, isRebuilt: false }
      await store.update(async transaction => {
        await transaction.putFeedState(feed, state)
        await transaction.putFeedState('other/unit', { ...state, epoch: '', cursor: 0 })
      })
      expect((await store.takeOutgoing(1)).cursors).toEqual({ [feed]: ['e1', 4], 'other/unit': ['', 0] })
      expect(await store.update(transaction => transaction.feedState(feed))).toMatchObject(state)
      await store.update(transaction => transaction.putFeedState(feed, undefined))
      expect((await store.takeOutgoing(1)).cursors).toEqual({ 'other/unit': ['', 0] })
      expect(await store.update(transaction => transaction.feedState(feed))).toBeUndefined()
    })

    test('SY10 an op leaves the outbox only for the sent or the held ones', async () => {
      await store.save([change('a', 1), change('b', 2), change('c', 3)])
      const [first, second, third] = await store.listOutbox()
      if (!first || !second || !third) throw new Error('three ops were saved')
      await store.update(async transaction => {
        await transaction.acknowledge([taken(first)])
        await transaction.hold([{ op: second, reason: 'locked', at: 8 }])
      })
      expect(await store.listOutbox()).toEqual([third])
      expect(await store.listHeld()).toEqual([{ op: second, reason: 'locked', at: 8 }])
      const waiting = await store.update(transaction => transaction.stillWaiting([first, second, third]))
      expect([...waiting]).toEqual([third.id])
    })

    test('an op waits also when others stand before it', async () => {
      await store.save([change('a', 1), change('b', 2), change('c', 3)])
      const asked = (await store.listOutbox()).slice(1).toReversed()
      const unknown = asked.map(op => ({ ...op, id: 'unknown' }))
      const waiting = await store.update(transaction =>
        transaction.stillWaiting([...asked, ...unknown.slice(0, 1)]),
      )
      expect([...waiting].sort()).toEqual(asked.map(op => op.id).sort())
    })

    test.each([
      ['was not asked for', []],
      ['was asked for', [0, 1, 2, 3, 4]],
      ['was not asked for as those beside it were', [0, 1, 3]],
    ])('SY10 what lies between answered ops, %s and has no answer stays in the outbox', async (_, asked) => {
      await store.save(['a', 'b', 'c', 'd', 'e'].map(field => change(field, field)))
      const ops = await store.listOutbox()
      const answered = ops.filter((_op, at) => at !== 2)
      await store.update(async transaction => {
        await transaction.stillWaiting(ops.filter((_op, at) => asked.includes(at)))
        await transaction.acknowledge(answered.slice(0, 3).map(taken))
        // Twice is as once: what is gone does not stand for what lies there.
        await transaction.acknowledge(answered.slice(0, 3).map(taken))
      })
      expect(await store.listOutbox()).toEqual([ops[2], ops[4]])
      const held = { reason: 'locked', at: 8 } as const
      const notThere = ops.slice(0, 1)
      await store.update(transaction =>
        transaction.hold([...notThere, ...ops.slice(4)].map(op => ({ op, ...held }))),
      )
      expect(await store.listOutbox()).toEqual([ops[2]])
      await store.update(transaction => transaction.acknowledge(ops.slice(2, 3).map(taken)))
      expect(await store.countWaiting()).toBe(0)
    })

    test('SY4 held ops are listed, and go back into the outbox as they were', async () => {
      await store.save([change('a', 1), change('b', 2)])
      const [first, second] = await store.listOutbox()
      const records = [first!, second!].map(op => ({ op, reason: 'illegalMove' as const, at: 8 }))
      await store.update(transaction => transaction.hold(records))
      const listed = await store.update(transaction => transaction.listHeld())
      expect(listed.map(({ op }) => op.id).sort()).toEqual([first!.id, second!.id].sort())
      await store.update(transaction => transaction.offerHeld([first!]))
      expect(await store.listOutbox()).toEqual([first])
      expect((await store.listHeld()).map(({ op }) => op)).toEqual([second])
    })

    test('SY11 sent ops of a feed go back into the outbox as they were, once', async () => {
      await store.save([change('a', 1), change('b', 2, { feed: 'other/unit', thing: 't2' })])
      const ops = await store.listOutbox()
      await store.update(transaction => transaction.acknowledge(ops.map(taken)))
      expect(await store.update(transaction => transaction.isWaitingIn(feed))).toBe(false)
      expect(await store.update(transaction => transaction.reoffer(feed))).toEqual([ops[0]])
      expect(await store.listOutbox()).toEqual([ops[0]])
      expect(await store.update(transaction => transaction.isWaitingIn(feed))).toBe(true)
      expect(await store.update(transaction => transaction.reoffer(feed))).toEqual([])
    })

    test('SY11 all the ops that were answered together go back', async () => {
      await store.save(['a', 'b', 'c'].map(field => change(field, field)))
      const ops = await store.listOutbox()
      await store.update(transaction => transaction.acknowledge(ops.slice(0, 2).map(taken)))
      await store.update(transaction => transaction.acknowledge(ops.slice(2).map(taken)))
      const again = await store.update(transaction => transaction.reoffer(feed))
      expect(again.map(op => op.id).sort()).toEqual(ops.map(op => op.id).sort())
      expect(await store.listOutbox()).toEqual(ops)
      expect(await store.update(transaction => transaction.reoffer(feed))).toEqual([])
    })

    test('SY11 sent ops of all feeds go back at once, those of feeds that are gone as well', async () => {
      await store.save([change('a', 1), change('b', 2, { feed: 'other/unit', thing: 't2' })])
      const ops = await store.listOutbox()
      await store.update(transaction => transaction.acknowledge(ops.map(taken)))
      await store.update(transaction => transaction.reoffer())
      expect(await store.listOutbox()).toEqual(ops)
    })

    test('SY11 an epoch is news when another one was known', async () => {
      const note = (epoch: string) => store.update(transaction => transaction.noteEpoch(epoch))
      expect([await note('e1'), await note('e1'), await note('e2'), await note('e2')]).toEqual([
        false,
        false,
        true,
        false,
      ])
    })

    test('SY11 what the server says of its backup is known at the next sync, and adds up', async () => {
      expect((await store.takeOutgoing(1)).backup).toBe(0)
      await store.update(transaction => transaction.noteBackup({ at: 50, epoch: 'e1', heads: { [feed]: 3 } }))
      await store.update(transaction =>
        transaction.noteBackup({ at: 70, epoch: 'e1', heads: { 'other/unit': 9 } }),
      )
      expect((await store.takeOutgoing(1)).backup).toBe(70)
    })

    test('SY2 a renewed device speaks under a new id, and so do the ops that wait', async () => {
      await store.save([change('a', 1)])
      const before = await store.takeOutgoing(1)
      await store.update(transaction => transaction.renewDevice())
      const after = await store.takeOutgoing(1)
      expect(after.device).not.toBe(before.device)
      expect(after.ops).toEqual(before.ops.map(op => ({ ...op, device: after.device })))
    })

    test('the number of the person at this tablet is told at every sync, until the device is another one', async () => {
      expect((await store.takeOutgoing(1)).seat).toBeUndefined()
      await store.update(transaction => transaction.noteSeat(4))
      expect((await store.takeOutgoing(1)).seat).toBe(4)
      await store.update(transaction => transaction.renewDevice())
      expect((await store.takeOutgoing(1)).seat).toBeUndefined()
    })
  })
}
