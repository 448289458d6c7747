import { describe, expect, test } from 'vitest'
import { addToChecksum } from '../../../../src/sync/protocol/checksum.ts'
import { fromWireEntry, type Cursor } from '../../../../src/sync/protocol/wire.ts'
import type { Entry } from '../../../../src/sync/protocol/op.ts'
import { aCommune, cursorsAfter, unitFeed } from './a-commune.ts'

describe('pulling', () => {
  async function filled(answers = 40, length = 1000) {
    const commune = aCommune()
    const [lan, officer] = [commune.tablet('lan'), commune.tablet('officer', 'districtOfficer', '180@a')]
    await lan.start()
    const ops = Array.from({ length: answers }, (_, at) =>
      lan.op(`comments/q1/${at}`, { text: 'x'.repeat(length) }),
    )
    await lan.push(...ops)
    return { ...commune, lan, officer }
  }

  test('SY7 count and checksum of the pulled entries agree', async () => {
    const { officer } = await filled()
    const cursors: Record<string, Cursor> = {}
    const pulled = new Map<string, Entry>()
    for (let round = 1; ; round++) {
      const { pages } = await officer.sync([], { cursors, room: 16 * 1024 })
      const page = pages.find(({ feed }) => feed === unitFeed)
      if (!page) throw new Error('no page')
      for (const entry of page.entries.map(entry => fromWireEntry(page.feed, entry)))
        pulled.set(`${entry.thing}\n${entry.field}`, entry)
      cursors[unitFeed] = [page.epoch, page.cursor]
      if (page.more) continue
      expect(round).toBeGreaterThan(2)
      expect(page.cursor).toBe(page.head)
      expect(pulled.size).toBe(page.count)
      expect([...pulled.values()].reduce(addToChecksum, 0)).toBe(page.checksum)
      return
    }
  })

  test('SY7 a field edited many times travels once', async () => {
    const { tablet } = aCommune()
    const [lan, minh] = [tablet('lan'), tablet('minh')]
    await lan.start()
    let base: string | null = null
    for (let at = 0; at < 50; at++) {
      const op = lan.op('answers/q2', `${at}`, { base })
      base = op.id
      await lan.push(op)
    }
    const { pages } = await minh.sync([])
    expect(pages[0]?.entries.map(entry => entry[4])).toEqual([{ id: 'survey', version: '1' }, '49'])
    expect(pages[0]).toMatchObject({ head: 51, cursor: 51, count: 2, more: false })
  })

  test('SY11 who reads no feed is told of the epoch too, until a cursor has it', async () => {
    const { officer, tablet } = await filled()
    const first = await officer.sync([])
    expect(first.epoch).toBe('epoch-1')
    expect((await officer.sync([], { cursors: cursorsAfter(first) })).epoch).toBeUndefined()
    expect(await tablet('nobody', 'communeOfficial', 'c9@a').sync([])).toMatchObject({
      epoch: 'epoch-1',
      pages: [],
    })
  })

  test('SY7 nothing new is nothing on the wire', async () => {
    const { officer } = await filled()
    const first = await officer.sync([])
    const second = await officer.sync([], { cursors: cursorsAfter(first) })
    expect([second.pages, second.gone, second.answers]).toEqual([[], [], []])
  })

  test('SY7 the own ops of this request do not come back, what the server added to them does', async () => {
    const { tablet } = aCommune()
    const lan = tablet('lan')
    await lan.start()
    const ops = [lan.op('answers/q1', 'yes'), lan.op('moves/m1', { to: 'sent' })]
    const { pages } = await lan.sync(ops, { cursors: { [unitFeed]: ['epoch-1', 1] } })
    expect(pages[0]?.entries.map(entry => entry[3])).toEqual(['results/m1'])
    expect(pages[0]?.cursor).toBe(4)
    const again = await lan.sync(ops, { cursors: { [unitFeed]: ['epoch-1', 1] } })
    expect(again.pages[0]?.entries).toHaveLength(3)
  })

  test('SY7 an own op that lost at once is not mistaken for the field’s value', async () => {
    const { tablet, clock } = aCommune()
    const [lan, minh] = [tablet('lan'), tablet('minh')]
    await lan.start()
    const slow = minh.op('answers/q2', 'cũ')
    clock.ms += 1000
    await lan.push(lan.op('answers/q2', 'mới'))
    const { answers, pages } = await minh.sync([slow])
    expect(answers).toMatchObject([{ result: 'conflict', wins: false }])
    expect(pages[0]?.entries.map(entry => [entry[3], entry[4]])).toContainEqual(['answers/q2', 'mới'])
  })

  test('SY8 one page of many feeds keeps to the room, and the rest is announced', async () => {
    const { officer, tablet } = await filled(40, 1000)
    const minh = tablet('minh', 'communeOfficial', 'c2@a')
    const inC2 = { feed: 'c2@a/unit', thing: 'prog.survey.c2@a' }
    await minh.push(minh.op('form', { id: 'survey', version: '1' }, inC2))
    const first = await officer.sync([], { room: 1 })
    expect(first.pages.map(({ feed, more, entries }) => [feed, more, entries.length > 0])).toEqual([
      [unitFeed, true, true],
      ['c2@a/unit', true, false],
    ])
    expect(JSON.stringify(first).length).toBeLessThan(20_000)
  })

  test.each([
    ['of another epoch', ['epoch-0', 3]],
    ['ahead of the feed, as after a restored backup', ['epoch-1', 9000]],
    ['below zero', ['epoch-1', -5]],
  ] as const)('SY11 a cursor %s: the feed comes from zero', async (_, cursor) => {
    const { officer } = await filled(3, 10)
    const { pages } = await officer.sync([], { cursors: { [unitFeed]: cursor } })
    expect(pages[0]?.entries.map(([seq]) => seq)).toEqual([1, 2, 3, 4])
  })

  test('SY11 a replica that remembers what the server has lost is told', async () => {
    const { tablet } = aCommune()
    const lan = tablet('lan')
    const { pages } = await lan.sync([], { cursors: { [unitFeed]: ['epoch-0', 12] } })
    expect(pages).toMatchObject([
      { feed: unitFeed, epoch: 'epoch-1', head: 0, cursor: 0, count: 0, entries: [] },
    ])
  })

  test('SY9 feeds out of scope are named gone, and nothing of them is sent', async () => {
    const { tablet } = await filled(3, 10)
    const minh = tablet('minh', 'communeOfficial', 'c2@a')
    const { pages, gone } = await minh.sync([], { cursors: { [unitFeed]: ['epoch-1', 0] } })
    expect([pages, gone]).toEqual([[], [unitFeed]])
  })

  test('SY9 a feed that came into scope comes from zero', async () => {
    const { tablet } = await filled(3, 10)
    const late = tablet('late')
    expect((await late.sync([])).pages[0]?.entries).toHaveLength(4)
  })
})
