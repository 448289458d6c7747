import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EntryStore, FeedChange, HeldOp, LogRecord } from '../../src/sync/authority/entry-store.ts'
import { markOfHeld } from '../../src/server/database/entry-rows.ts'
import { addToChecksum } from '../../src/sync/protocol/checksum.ts'
import { settlementTypes } from '../../src/sync/protocol/held-settlement.ts'
import { settlementField, settlementThing } from '../../src/sync/protocol/settlement-name.ts'
import type { Entry, Op } from '../../src/sync/protocol/op.ts'
import type { JsonValue } from '../../src/lib/json-value.ts'

const feed = 'c1@a/unit'
const other = 'c2@a/unit'

const plenty = { most: 100, bytes: 1_000_000 }

export interface OpenedStore {
  readonly store: EntryStore
  close: () => Promise<void>
}

let count = 0
const anOp = (given: Partial<Op> = {}): Op => {
  count += 1
  const id = `op${count}`
  return {
    id,
    device: 'd1',
    seq: count,
    group: 'g1',
    feed,
    type: 'response',
    thing: 't1',
    field: `answers/${id}`,
    value: 'yes',
    hlc: count,
    base: null,
    schema: 1,
    ...given,
  }
}

/** What the authority would commit when each of the ops wins its field. Counts every field as new. */
function changeOf({ head }: Pick<FeedChange, 'head'>, ops: readonly Op[]): FeedChange {
  const log = ops.map((op, at): LogRecord => ({
    op,
    author: 'p1',
    at: 1000 + at,
    answer: { result: 'ok', seq: head.head + at + 1, hlc: op.hlc, wins: true },
  }))
  const entries = log.map(({ op, author, at, answer }): Entry => ({
    feed: op.feed,
    type: op.type,
    thing: op.thing,
    field: op.field,
    value: op.value,
    seq: answer.seq,
    hlc: answer.hlc,
    op: op.id,
    author,
    at,
  }))
  return {
    log,
    entries,
    newThings: [],
    held: [],
    head: {
      ...head,
      head: head.head + ops.length,
      count: head.count + ops.length,
      checksum: entries.reduce(addToChecksum, head.checksum),
    },
  }
}

const push = (store: EntryStore, ops: readonly Op[], more: Partial<FeedChange> = {}): Promise<void> =>
  store.inFeed(ops[0]?.feed ?? feed, async transaction => {
    const claimed = await transaction.findFeedsOf(ops.map(({ thing }) => thing))
    const newThings = [...new Set(ops.map(({ thing }) => thing))].filter(thing => !claimed.has(thing))
    await transaction.commit({ ...changeOf(transaction, ops), newThings, ...more })
  })

/** The consistency that the authority relies on; every store keeps all of it. */
export function entryStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`entry store: ${name}`, () => {
    let opened: OpenedStore
    let store: EntryStore
    beforeEach(async () => {
      opened = await open()
      store = opened.store
    })
    afterEach(() => opened.close())

    test('a feed nobody wrote to has head 0 and nothing to read', async () => {
      const head = (await store.heads([feed])).get(feed)
      expect(head).toMatchObject({ feed, head: 0, count: 0, checksum: 0 })
      expect(head?.epoch).not.toBe('')
      expect(await store.readAfter(feed, 0, 1000)).toEqual({ head, entries: [], bytes: 0, more: false })
    })

    test('what was committed is there: log, entries, head', async () => {
      const ops = [anOp(), anOp()]
      await push(store, ops)
      const { head, entries, more } = await store.readAfter(feed, 0, 100_000)
      expect(head).toMatchObject({ head: 2, count: 2 })
      expect(head).toEqual((await store.heads([feed])).get(feed))
      expect(more).toBe(false)
      expect(entries.map(({ op, seq }) => [op, seq])).toEqual(ops.map((op, at) => [op.id, at + 1]))
      const logged = await store.findLogged([ops[0]!.id, 'unknown'])
      expect([...logged.keys()]).toEqual([ops[0]!.id])
      expect(logged.get(ops[0]!.id)).toMatchObject({ op: ops[0], author: 'p1', answer: { seq: 1 } })
    })

    test('a field that changes again has one entry, at its new sequence', async () => {
      await push(store, [anOp({ field: 'note', value: 'a' }), anOp({ field: 'form', value: 'b' })])
      await push(store, [anOp({ field: 'note', value: 'c' })])
      const { entries } = await store.readAfter(feed, 0, 100_000)
      expect(entries.map(({ field, value, seq }) => [field, value, seq])).toEqual([
        ['form', 'b', 2],
        ['note', 'c', 3],
      ])
      expect((await store.readAfter(feed, 2, 100_000)).entries.map(({ seq }) => seq)).toEqual([3])
    })

    test('work that rejects leaves nothing behind', async () => {
      await expect(
        store.inFeed(feed, async transaction => {
          await transaction.commit({ ...changeOf(transaction, [anOp()]), newThings: ['t1'] })
          throw new Error('the disk is on fire')
        }),
      ).rejects.toThrow('the disk is on fire')
      expect((await store.heads([feed])).get(feed)?.head).toBe(0)
      expect((await store.readAfter(feed, 0, 1000)).entries).toEqual([])
      await store.inFeed(feed, async ({ findFeedsOf }) => expect((await findFeedsOf(['t1'])).size).toBe(0))
    })

    test('SY8 a commit that would leave a gap in the sequences is thrown out', async () => {
      const work = store.inFeed(feed, transaction => {
        const change = changeOf(transaction, [anOp()])
        return transaction.commit({ ...change, head: { ...change.head, head: 7 } })
      })
      await expect(work).rejects.toThrow('gap')
      expect((await store.heads([feed])).get(feed)?.head).toBe(0)
    })

    test('a transaction knows its feed, where things live, and what any feed logged', async () => {
      const [own, foreign] = [anOp(), anOp({ feed: other, thing: 't2' })]
      await push(store, [own])
      await push(store, [foreign])
      await store.inFeed(feed, async transaction => {
        expect(transaction.head.head).toBe(1)
        const feeds = await transaction.findFeedsOf(['t1', 't2', 't3'])
        expect(Object.fromEntries(feeds)).toEqual({ t1: feed, t2: other })
        expect([...(await transaction.findLogged([own.id, foreign.id, 'none'])).keys()].sort()).toEqual(
          [own.id, foreign.id].sort(),
        )
        expect((await transaction.entriesOf(['t1', 't2'])).map(({ op }) => op)).toEqual([own.id])
      })
    })

    test('SY7 a page holds about as many bytes as asked for, at least one entry, and says if there are more', async () => {
      await push(
        store,
        Array.from({ length: 10 }, () => anOp({ value: 'x'.repeat(1000) })),
      )
      const first = await store.readAfter(feed, 0, 3500)
      expect(first.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
      expect(first.bytes).toBeGreaterThan(4000)
      expect(first.more).toBe(true)
      expect((await store.readAfter(feed, 4, 1)).entries.map(({ seq }) => seq)).toEqual([5])
      const last = await store.readAfter(feed, 9, 1)
      expect([last.entries.length, last.more]).toEqual([1, false])
      const none = await store.readAfter(feed, 10, 1)
      expect([none.entries.length, none.more, none.head.head]).toEqual([0, false, 10])
    })

    test('SY7 a page tells about entries to come, not about sequences that no entry has any more', async () => {
      const ops = [anOp(), anOp(), anOp()]
      await store.inFeed(feed, transaction => {
        const change = changeOf(transaction, ops)
        return transaction.commit({ ...change, newThings: ['t1'], entries: change.entries.slice(0, 2) })
      })
      const page = await store.readAfter(feed, 1, 1)
      expect([page.entries.map(({ seq }) => seq), page.more, page.head.head]).toEqual([[2], false, 3])
    })

    test('entries of some types are read without the others', async () => {
      await push(store, [anOp({ type: 'unit', thing: 'u' }), anOp({ type: 'person', thing: 'p' }), anOp()])
      expect((await store.readTypes(feed, ['unit', 'person'])).map(({ type }) => type)).toEqual([
        'unit',
        'person',
      ])
      expect(await store.readTypes(feed, [])).toEqual([])
      expect(await store.readTypes(other, ['unit'])).toEqual([])
    })

    test('one thing of a feed is read as it is now', async () => {
      await push(store, [anOp({ thing: 't1', field: 'a' }), anOp({ thing: 't2', field: 'a' })])
      await push(store, [
        anOp({ thing: 't1', field: 'b' }),
        anOp({ thing: 't1', field: 'a', value: 'again' }),
      ])
      const read = async (of: string, thing: string) =>
        (await store.readThing(of, thing)).map(({ field, value }) => [field, value])
      const whole = [
        ['b', 'yes'],
        ['a', 'again'],
      ]
      expect(await read(feed, 't1')).toEqual(whole)
      expect([await read(other, 't1'), await read(feed, 'nosuch')]).toEqual([[], []])
    })

    test('the things of a type come a few at a time, each whole, and none twice', async () => {
      const things = ['t1', 't2', 't3', 't4', 't5']
      await push(
        store,
        things.flatMap(thing => [anOp({ thing, field: 'form' }), anOp({ thing, field: 'note' })]),
      )
      await push(store, [anOp({ thing: 't2', field: 'form', value: 'again' })])
      await push(store, [anOp({ thing: 'p1', type: 'person', field: 'form' })])
      await push(store, [anOp({ thing: 't9', feed: other, field: 'form' })])
      const seen: string[] = []
      let after = ''
      for (;;) {
        const entries = await store.readThings(feed, { type: 'response', after, most: 2 })
        const last = entries.at(-1)
        if (!last) break
        expect(new Set(entries.map(({ thing }) => thing)).size).toBeLessThanOrEqual(2)
        seen.push(...entries.map(({ thing, field }) => `${thing} ${field}`))
        after = last.thing
      }
      expect(new Set(seen)).toEqual(new Set(things.flatMap(thing => [`${thing} form`, `${thing} note`])))
      expect(seen.length).toBe(10)
    })

    test('of the things of a type come the fields that are asked for, and things that have one', async () => {
      await push(store, [
        anOp({ thing: 't1', field: 'form' }),
        anOp({ thing: 't1', field: 'moves/a' }),
        anOp({ thing: 't1', field: 'movesX' }),
        anOp({ thing: 't2', field: 'note' }),
        anOp({ thing: 't3', field: 'Moves/a' }),
        anOp({ thing: 't4', field: 'moves/%' }),
      ])
      await push(store, [anOp({ thing: 't9', feed: other, field: 'form' })])
      const read = async (fields: readonly string[], most = 9, after = '') =>
        (await store.readThings(feed, { type: 'response', after, most, fields })).map(
          ({ thing, field }) => `${thing} ${field}`,
        )
      expect(await read(['form', 'moves/'])).toEqual(['t1 form', 't1 moves/a', 't4 moves/%'])
      expect(await read(['form', 'moves/'], 1, 't1')).toEqual(['t4 moves/%'])
      expect(await read(['note'])).toEqual(['t2 note'])
      expect([await read(['mov']), await read([])]).toEqual([[], []])
    })

    test('the values of a field are counted over feeds', async () => {
      const value = { id: 'survey', version: '1' }
      await push(store, [
        anOp({ thing: 't1', field: 'form', value }),
        anOp({ thing: 't2', field: 'form', value }),
        anOp({ thing: 't3', field: 'form', value: null }),
        anOp({ thing: 't4', field: 'note', value }),
        anOp({ thing: 'p1', type: 'person', field: 'form', value }),
      ])
      await push(store, [anOp({ thing: 't9', feed: other, field: 'form', value })])
      const total = async (feeds: readonly string[]): Promise<Record<string, number>> => {
        const totals: Record<string, number> = {}
        for (const one of await store.countValues(feeds, { type: 'response', field: 'form' }))
          totals[JSON.stringify(one.value)] = (totals[JSON.stringify(one.value)] ?? 0) + one.count
        return totals
      }
      expect(await total([feed])).toEqual({ [JSON.stringify(value)]: 2, null: 1 })
      expect(await total([feed, other])).toEqual({ [JSON.stringify(value)]: 3, null: 1 })
      expect(await total([])).toEqual({})
    })

    test('any JSON comes back as it was', async () => {
      const values: JsonValue[] = [
        'Xã Hồng Phong — đã duyệt ✓ 🇻🇳',
        'nul \u0000 and half a pair \ud83d',
        0,
        -1.5,
        2 ** 53 - 1,
        true,
        null,
        [],
        {},
        { b: [1, { a: '"\\' }], a: null, __proto: 'x' },
      ]
      const ops = values.map(value => anOp({ value, hlc: 2 ** 53 - 1 }))
      await push(store, ops)
      const { entries } = await store.readAfter(feed, 0, 1_000_000)
      expect(entries.map(({ value }) => value)).toEqual(values)
      expect(entries[0]?.hlc).toBe(2 ** 53 - 1)
      const logged = await store.findLogged(ops.map(({ id }) => id))
      expect([...logged.values()].map(({ op }) => op.value)).toHaveLength(values.length)
      expect(logged.get(ops[1]!.id)?.op).toEqual(ops[1])
    })

    test('SY4 a held op is kept once, with its latest reason, and let go when it was taken after all', async () => {
      const op = anOp({ thing: 'held' })
      const held: HeldOp = { op, author: 'p1', at: 5, reason: 'incomplete' }
      await push(store, [anOp()], { held: [held] })
      await store.hold([{ ...held, at: 9, reason: 'locked' }])
      expect(await store.listHeld({ author: 'p1', feeds: [], ...plenty })).toEqual([
        { ...held, reason: 'locked' },
      ])
      await push(store, [op])
      expect(await store.listHeld({ author: 'p1', feeds: [feed], ...plenty })).toEqual([])
    })

    test('SY4 what came under an id that was used already stays held', async () => {
      const op = anOp()
      await push(store, [op])
      await store.hold([{ op: { ...op, value: 'no' }, author: 'p2', at: 5, reason: 'opIdReused' }])
      await push(store, [anOp()])
      expect(await store.listHeld({ author: 'p2', feeds: [], ...plenty })).toHaveLength(1)
    })

    test('SY4 held ops are listed for their author and for the feeds of a reviewer', async () => {
      const held = (author: string, at: number, given: Partial<Op>): HeldOp => ({
        op: anOp(given),
        author,
        at,
        reason: 'locked',
      })
      const [a, b, c] = [held('p1', 1, {}), held('p2', 2, {}), held('p3', 3, { feed: other })]
      await store.hold([a, b, c])
      expect(await store.listHeld({ author: 'p1', feeds: [], ...plenty })).toEqual([a])
      expect(await store.listHeld({ author: 'p3', feeds: [feed], ...plenty })).toEqual([a, b, c])
      expect(await store.listHeld({ author: 'nobody', feeds: [], ...plenty })).toEqual([])
    })

    test('SY4 what a reviewer has settled is listed for its author only, and found by its id', async () => {
      const held = (author: string, at: number, given: Partial<Op> = {}): HeldOp => {
        return { op: anOp(given), author, at, reason: 'outOfScope' }
      }
      const [a, b, c] = [held('p1', 1), held('p2', 2), held('p2', 3, { feed: other })]
      await store.hold([a, b, c])
      const settled = { type: settlementTypes.unit, thing: settlementThing(feed) }
      await push(store, [anOp({ ...settled, field: settlementField({ op: b.op.id, author: 'p2' }) })])
      // Of another author, and of another feed: neither speaks of these.
      await push(store, [anOp({ ...settled, field: settlementField({ op: a.op.id, author: 'p2' }) })])
      await push(store, [anOp({ ...settled, field: settlementField({ op: c.op.id, author: 'p2' }) })])
      const feeds = [feed, other]
      expect(await store.listHeld({ author: 'officer', feeds, ...plenty })).toEqual([a, c])
      expect(await store.countHeld({ author: 'officer', feeds })).toBe(2)
      expect(await store.listHeld({ author: 'p2', feeds: [], ...plenty })).toEqual([b, c])
      expect(await store.findHeld([b.op.id, c.op.id, 'none'])).toEqual(expect.arrayContaining([b, c]))
      expect(await store.findHeld(['none'])).toEqual([])
    })

    test('SY4 of many held ops the newest are listed, as many as fit, and all are counted', async () => {
      const held = Array.from({ length: 6 }, (_, at): HeldOp => ({
        op: anOp({ value: 'x'.repeat(1000), feed: at % 2 === 0 ? feed : other }),
        author: at % 3 === 0 ? 'p1' : 'p2',
        at: at + 1,
        reason: 'locked',
      }))
      await store.hold(held)
      const filter = { author: 'p1', feeds: [feed, other] }
      const listed = async (bounds: { most: number; bytes: number }) =>
        (await store.listHeld({ ...filter, ...bounds })).map(({ at }) => at)
      expect(await listed({ most: 4, bytes: 1_000_000 })).toEqual([3, 4, 5, 6])
      expect(await listed({ most: 100, bytes: 2600 })).toEqual([5, 6])
      expect(await listed({ most: 100, bytes: 1 })).toEqual([6])
      expect(await store.countHeld(filter)).toBe(6)
      expect(await store.countHeld({ author: 'p2', feeds: [feed] })).toBe(5)
      expect(await store.countHeld({ author: 'nobody', feeds: [] })).toBe(0)
    })

    test('SY4 page by page all held ops are listed, those of one instant too', async () => {
      const held = Array.from({ length: 11 }, (_, at): HeldOp => ({
        op: anOp({ feed: at % 2 === 0 ? feed : other }),
        author: at % 3 === 0 ? 'p1' : 'p2',
        at: at < 8 ? 5 : 6,
        reason: 'locked',
      }))
      await store.hold(held)
      const filter = { author: 'p1', feeds: [feed, other] }
      const found: HeldOp[] = []
      for (let page = await store.listHeld({ ...filter, most: 3, bytes: 1e6 }); page.length > 0;) {
        found.push(...page)
        const [oldest] = page
        if (!oldest) break
        const before = markOfHeld(oldest)
        expect(await store.countHeld({ ...filter, before })).toBe(11 - found.length)
        page = await store.listHeld({ ...filter, before, most: 3, bytes: 1e6 })
      }
      const ids = (ops: readonly HeldOp[]) => ops.map(({ op }) => op.id).toSorted()
      expect(ids(found)).toEqual(ids(held))
      expect(found.slice(0, 3).map(({ at }) => at)).toEqual([6, 6, 6])
    })

    test('SY4 even an op full of nonsense can be held', async () => {
      const op = anOp({
        id: '\u0000',
        feed: '\ud83d/unit',
        thing: '\u0000'.repeat(3),
        field: 'x'.repeat(9000),
      })
      await store.hold([{ op, author: 'p1', at: 1, reason: 'badValue' }])
      expect((await store.listHeld({ author: 'p1', feeds: [], ...plenty })).map(one => one.op)).toEqual([op])
    })

    test('SY2 it is known which ops used a device’s sequence numbers', async () => {
      const [a, b] = [anOp({ device: 'd7', seq: 1 }), anOp({ device: 'd7', seq: 1 })]
      await push(store, [a, b, anOp({ device: 'd8', seq: 1 })])
      const found = await store.findSequences('d7', [1, 2])
      expect([...found.keys()]).toEqual([1])
      expect([...(found.get(1) ?? [])].sort()).toEqual([a.id, b.id].sort())
    })

    test('a commit of 3,000 ops is taken in one piece', async () => {
      await push(
        store,
        Array.from({ length: 3000 }, (_, at) => anOp({ thing: `t${at % 1500}` })),
      )
      const { head, entries } = await store.readAfter(feed, 0, 10_000_000)
      expect([head.head, entries.length]).toEqual([3000, 3000])
      await store.inFeed(feed, async transaction => {
        const things = Array.from({ length: 1500 }, (_, at) => `t${at}`)
        expect((await transaction.findFeedsOf(things)).size).toBe(1500)
        expect(await transaction.entriesOf(things)).toHaveLength(3000)
      })
    })

    test('SY8 eight writers at once leave dense sequences, and a reader misses nothing', async () => {
      const [writers, rounds] = [8, 12]
      let writing = true
      const write = async (writer: number): Promise<void> => {
        for (let round = 0; round < rounds; round++)
          await push(store, [anOp({ thing: `w${writer}` }), anOp({ thing: `w${writer}` })])
      }
      const seen: number[] = []
      const read = async (): Promise<void> => {
        let cursor = 0
        for (;;) {
          const isLast = !writing
          const { head, entries, more } = await store.readAfter(feed, cursor, 2000)
          seen.push(...entries.map(({ seq }) => seq))
          cursor = more ? entries.at(-1)!.seq : head.head
          if (isLast && !more) return
        }
      }
      const reader = read()
      await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
      writing = false
      await reader
      expect(seen).toEqual(Array.from({ length: writers * rounds * 2 }, (_, at) => at + 1))
    })

    test('SY7 a page and its head are of one moment, also while others write', async () => {
      const rounds = 20
      const write = async (): Promise<void> => {
        for (let round = 0; round < rounds; round++) await push(store, [anOp(), anOp(), anOp()])
      }
      const read = async (): Promise<void> => {
        for (let seen = 0; seen < 3 * rounds;) {
          const { head, entries } = await store.readAfter(feed, 0, 1_000_000)
          expect(entries).toHaveLength(head.count)
          expect(entries.reduce(addToChecksum, 0)).toBe(head.checksum)
          seen = entries.length
        }
      }
      await Promise.all([write(), read(), read()])
    })

    test('SY3 two transactions of one feed never overlap', async () => {
      let inside = 0
      const work = (): Promise<number> =>
        store.inFeed(feed, async transaction => {
          inside += 1
          await wait(10)
          const seen = inside
          await transaction.commit({ ...changeOf(transaction, [anOp()]), newThings: [] })
          inside -= 1
          return seen
        })
      expect(await Promise.all([work(), work(), work(), work()])).toEqual([1, 1, 1, 1])
    })

    test('a thing that two feeds claim at once ends up in one of them', async () => {
      const claim = (into: string): Promise<boolean> =>
        store.inFeed(into, async transaction => {
          if ((await transaction.findFeedsOf(['contested'])).size > 0) return false
          await wait(30)
          const op = anOp({ feed: into, thing: 'contested' })
          await transaction.commit({ ...changeOf(transaction, [op]), newThings: ['contested'] })
          return true
        })
      const winners = await Promise.all([claim(feed), claim(other), claim(feed), claim(other)])
      expect(winners.filter(Boolean)).toHaveLength(1)
    })
  })
}
