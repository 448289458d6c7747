import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { responseFields } from '../../../src/domain/responses/response-fields.ts'
import { settlementTypes } from '../../../src/sync/protocol/held-settlement.ts'
import { heldQuestionField, settlementThing } from '../../../src/sync/protocol/settlement-name.ts'
import { protocolVersion } from '../../../src/sync/protocol/op.ts'
import { completeAnswers } from '../../support/a-survey.ts'
import { aServer, faultOf, feedOf, textOf, unitOf, type Browser, type TestServer } from './a-server.ts'
import { aTablet, fieldsOf, results } from './a-tablet.ts'

const feed = feedOf('05998')

describe.each(['sqlite', 'postgres'] as const)('POST /api/sync on %s', engine => {
  let server: TestServer
  let lan: Browser
  let tablet: ReturnType<typeof aTablet>
  beforeEach(async () => {
    server = await aServer({ engine })
    lan = await server.signedIn('lan')
    tablet = aTablet(server, lan, 'lan')
  })
  afterEach(() => server.close())

  const valuesOf = async () =>
    fieldsOf(await aTablet(server, await server.signedIn('vinh'), 'vinh').sync(), feed)

  test('SY3 the same request again, after a lost answer, changes nothing', async () => {
    await tablet.start()
    const ops = [tablet.answer('s0_respondent', 'Lan'), tablet.answer('s1_villages', 9)]
    const first = await tablet.sync(ops)
    const before = await valuesOf()
    const again = await tablet.sync(ops)
    expect([results(first), results(again)]).toEqual([
      ['ok', 'ok'],
      ['duplicate', 'duplicate'],
    ])
    expect(await valuesOf()).toEqual(before)
    // In halves, and the other way round.
    expect(results(await tablet.sync([ops[1]!]))).toEqual(['duplicate'])
    expect(results(await tablet.sync(ops.toReversed()))).toEqual(['duplicate', 'duplicate'])
    expect(await valuesOf()).toEqual(before)
  })

  test('each person at each tablet gets a number once, and an empty sync that knows it hears nothing of it', async () => {
    const { seat } = await tablet.sync()
    expect(seat).toBeGreaterThan(0)
    const vinh = aTablet(server, await server.signedIn('vinh'), 'vinh')
    const other = aTablet(server, lan, 'lan', '05998', 'another-tablet')
    const numbers = [seat, (await vinh.sync()).seat, (await other.sync()).seat]
    expect(new Set(numbers).size).toBe(3)
    expect((await tablet.sync([], { seat })).seat).toBeUndefined()
    expect((await tablet.sync([], { seat: numbers[1] })).seat).toBe(seat)
    expect((await tablet.sync([], { device: 'no device\u0000' })).seat).toBeUndefined()
  })

  test('SY4 a bad op is held with a reason and blocks nothing', async () => {
    await tablet.start()
    const response = await tablet.sync([
      tablet.answer('s0_respondent', 'trước'),
      tablet.answer('nosuch', 1),
      tablet.op('moves/m1', { to: 'approved' }),
      tablet.answer('s1_villages', 'x'.repeat(100_000)),
      tablet.answer('s1_population', 1, { id: 'a.b' }),
      tablet.answer('s1_population', 1, { seq: 1.5 }),
      tablet.op(`answers/${'x'.repeat(500)}`, 1),
      tablet.op('x', 1, { type: 'nosuch' }),
      tablet.answer('s1_population', 3100),
    ])
    expect(results(response)).toEqual([
      'ok',
      'held: unknownField',
      'held: illegalMove',
      'held: tooLarge',
      'held: badValue',
      'held: badValue',
      'held: badValue',
      'held: unknownType',
      'ok',
    ])
    const held = JSON.parse(await textOf(await lan.ask('GET', '/api/held'))) as {
      held: { reason: string }[]
      older: number
    }
    expect([held.held.length, held.older]).toEqual([7, 0])
    const values = await valuesOf()
    expect([values['answers/s0_respondent'], values['answers/s1_population']]).toEqual(['trước', 3100])
  })

  test('SY4 what is held is listed page by page; its author hears what a reviewer asks, a bad page is refused', async () => {
    await tablet.start()
    const ops = Array.from({ length: 510 }, (_, at) => tablet.answer(`nosuch${at}`, 'x'))
    await tablet.sync(ops)
    const vinh = aTablet(server, await server.signedIn('vinh'), 'vinh')
    const field = heldQuestionField({ op: ops[0]!.id, author: 'lan' })
    const thing = settlementThing(feed)
    const ask = vinh.op(field, { note: 'Ghi lại giúp' }, { type: settlementTypes.unit, thing })
    expect(results(await vinh.sync([ask]))).toEqual(['ok'])
    interface Page {
      readonly held: readonly {
        readonly op: { readonly id: string }
        readonly asked?: { readonly note: string }
      }[]
      readonly older: number
      readonly next?: string
    }
    const read = async (query: string) =>
      JSON.parse(await textOf(await lan.ask('GET', `/api/held${query}`))) as Page
    const first = await read('')
    expect([first.held.length, first.older]).toEqual([500, 10])
    const second = await read(`?before=${first.next}`)
    expect([second.held.length, second.older, second.next]).toEqual([10, 0, undefined])
    const all = [...first.held, ...second.held]
    expect(new Set(all.map(({ op }) => op.id)).size).toBe(510)
    expect(all.find(({ op }) => op.id === ops[0]!.id)?.asked).toMatchObject({ note: 'Ghi lại giúp' })
    for (const bad of ['x', '', '1-', `${'9'.repeat(16)}-${'a'.repeat(64)}`])
      expect(await faultOf(await lan.ask('GET', `/api/held?before=${bad}`))).toBe('400 badRequest')
  })

  test('the whole road: filled, sent, returned with a comment, corrected, sent again, approved', async () => {
    const vinh = aTablet(server, await server.signedIn('vinh'), 'vinh')
    await tablet.start()
    const answers = { ...completeAnswers('2026-11-23'), s0_unit: unitOf('05998') }
    const ops = Object.entries(answers).map(([question, value]) => tablet.answer(question, value))
    await tablet.sync(ops)
    const seen = ops.find(({ field }) => field === responseFields.answer('s1_villages'))?.id ?? null
    const sent = { answers, notes: {}, files: {} }
    expect(results(await tablet.sync([tablet.op('moves/m1', { to: 'sent', sent })]))).toEqual(['ok'])
    expect(results(await tablet.sync([tablet.answer('s0_respondent', 'sau khi gửi')]))).toEqual([
      'held: locked',
    ])
    expect(
      results(
        await vinh.sync([
          vinh.op(responseFields.comment('s1_villages', 'c1'), { text: 'Đếm lại' }),
          vinh.op('moves/m2', { to: 'returned', reason: 'Số thôn' }),
        ]),
      ),
    ).toEqual(['ok', 'ok'])
    expect(
      results(
        await tablet.sync([
          tablet.answer('s1_villages', 10, { base: seen }),
          tablet.op('moves/m3', { to: 'sent', sent }),
        ]),
      ),
    ).toEqual(['ok', 'ok'])
    expect(results(await vinh.sync([vinh.op('moves/m4', { to: 'approved' })]))).toEqual(['ok'])
    const fields = fieldsOf(await tablet.sync(), feed)
    expect(fields['moves/m4']).toEqual({ to: 'approved' })
    expect(fields['results/m3']).toMatchObject({ total: expect.any(Number) as number })
  })

  test('a survey that lacks answers is not sent, whatever the tablet thinks', async () => {
    await tablet.start()
    const response = await tablet.sync([tablet.op('moves/m1', { to: 'sent', sent: { answers: {} } })])
    expect(results(response)).toEqual(['held: incomplete'])
  })

  test('whose op it is and when it came is the server’s word', async () => {
    await tablet.start()
    const late = tablet.answer('s0_respondent', 'Lan', { hlc: 2 ** 52 })
    await tablet.sync([late])
    const { pages } = await aTablet(server, await server.signedIn('vinh'), 'vinh').sync()
    const entry = pages.flatMap(page => page.entries).find(one => one[3] === 'answers/s0_respondent')
    expect(entry?.[7]).toBe('lan')
    expect(entry?.[8]).toBe(server.clock.now())
    expect((entry?.[5] ?? 0) / 1024).toBeLessThan(server.clock.now() + 1)
  })

  test('when a commune last spoke is seen by its officer, for staff of the commune only', async () => {
    server.clock.advance(60_000)
    await tablet.sync()
    const at = server.clock.now()
    server.clock.advance(3_600_000)
    const vinh = await server.signedIn('vinh')
    await aTablet(server, vinh, 'vinh').sync()
    expect(JSON.parse(await textOf(await vinh.ask('GET', '/api/contacts')))).toEqual({
      now: server.clock.now(),
      communes: { [unitOf('05998')]: at },
    })
  })
})

describe('what /api/sync refuses as a whole', () => {
  let server: TestServer
  let lan: Browser
  let tablet: ReturnType<typeof aTablet>
  beforeEach(async () => {
    server = await aServer()
    lan = await server.signedIn('lan')
    tablet = aTablet(server, lan, 'lan')
    await tablet.start()
  })
  afterEach(() => server.close())

  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    lan.ask('POST', '/api/sync', { body, headers })
  const heads = async () => [...(await server.services.entries.heads([feed])).values()]

  test('a text of 5 MB, plain', async () => {
    const before = await heads()
    const body = JSON.stringify(tablet.request([tablet.answer('s7_note', 'x'.repeat(5_000_000))]))
    expect(await faultOf(await send(body))).toBe('413 tooLarge')
    expect(await heads()).toEqual(before)
  })

  test('a text of 5 MB that gzip makes small', async () => {
    const body = gzipSync(JSON.stringify(tablet.request([tablet.answer('s7_note', 'x'.repeat(5_000_000))])))
    expect(body.length).toBeLessThan(10_000)
    expect(await faultOf(await send(body, { 'content-encoding': 'gzip' }))).toBe('413 tooLarge')
  })

  test('a bomb of 1 GB, without unpacking it', async () => {
    const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })
    const bomb = Buffer.concat(Array.from({ length: 15 }, () => zeros))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const before = process.memoryUsage().rss
    expect(await faultOf(await send(bomb, { 'content-encoding': 'gzip' }))).toBe('413 tooLarge')
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })

  test('a packed body of more than 1 MB that does not tell its length', async () => {
    const noise = Buffer.from(Array.from({ length: 1_100_000 }, (_, at) => (at * 2_654_435_761) % 251))
    const stream = new Blob([noise]).stream()
    const answer = await lan.ask('POST', '/api/sync', { body: stream, duplex: 'half' } as RequestInit)
    expect(await faultOf(answer)).toBe('413 tooLarge')
  })

  test.each([
    ['bytes that are not gzip', Buffer.from('this is not gzip'), 'gzip'],
    ['gzip that was cut', gzipSync('{"protocol":1}'.repeat(999)).subarray(0, 30), 'gzip'],
    ['an encoding we do not read', Buffer.from('{}'), 'br'],
  ])('%s', async (_, body, encoding) => {
    expect(await faultOf(await send(body, { 'content-encoding': encoding }))).toBe('400 badRequest')
  })

  test.each([
    ['no JSON', () => 'xin chào'],
    ['an empty body', () => ''],
    ['a list', () => '[]'],
    ['an unknown key', () => JSON.stringify({ ...tablet.request(), admin: true })],
    [
      'an unknown key in an op',
      () => JSON.stringify(tablet.request([{ ...tablet.answer('s1_villages', 1), author: 'vinh' } as never])),
    ],
    [
      'an op without a value',
      () =>
        JSON.stringify(tablet.request([{ ...tablet.answer('s1_villages', 1), value: undefined } as never])),
    ],
    [
      'a cursor that is no cursor',
      () => JSON.stringify(tablet.request([], { cursors: { [feed]: 1 } as never })),
    ],
    ['a missing device', () => JSON.stringify({ ...tablet.request(), device: undefined })],
  ])('%s', async (_, body) => {
    const before = await heads()
    expect(await faultOf(await send(body()))).toBe('400 badRequest')
    expect(await heads()).toEqual(before)
  })

  test('the outbox of one person under the session of another: nothing is taken', async () => {
    const before = await heads()
    const body = JSON.stringify(tablet.request([tablet.answer('s1_villages', 3)], { person: 'vinh' }))
    expect(await faultOf(await send(body))).toBe('403 otherPerson')
    expect(await heads()).toEqual(before)
  })

  test('SY14 another protocol, in whatever shape, is told to update and nothing else', async () => {
    for (const protocol of [protocolVersion + 1, 0])
      expect(await faultOf(await send(JSON.stringify({ protocol, shape: 'unknown' })))).toBe(
        '426 upgradeRequired',
      )
  })

  test('more ops than a tablet ever sends: it is asked to come with less', async () => {
    const { id: _, ...op } = tablet.answer('s1_villages', 1)
    const ops = Array.from({ length: 5001 }, (_, at) => ({ ...op, id: `x${at}` }))
    expect(
      await faultOf(
        await send(gzipSync(JSON.stringify(tablet.request(ops))), { 'content-encoding': 'gzip' }),
      ),
    ).toBe('413 tooLarge')
  })

  test('an answer of some size is packed for those who can unpack it', async () => {
    const body = JSON.stringify(tablet.request())
    const packed = await send(body, { 'accept-encoding': 'gzip, br' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const plain = await send(body)
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await textOf(packed)).toBe(await textOf(plain))
  })

  test('nothing to do costs one request and less than 1 KB', async () => {
    const { pages } = await tablet.sync()
    const cursors = Object.fromEntries(pages.map(page => [page.feed, [page.epoch, page.cursor] as const]))
    const answer = await tablet.send(tablet.request([], { cursors }))
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(300)
  })

  test('a device id that is none does not keep work from arriving', async () => {
    const response = await tablet.sync([tablet.answer('s1_villages', 3)], { device: 'tablet\u0000 one' })
    expect(results(response)).toEqual(['ok'])
  })
})

describe('what the log says', () => {
  test('method, route, status and time of a request: no name, answer, file or query', async () => {
    const server = await aServer()
    const lan = await server.signedIn('lan')
    const tablet = aTablet(server, lan, 'lan')
    await tablet.start()
    await tablet.sync([tablet.answer('s0_respondent', 'SECRET')])
    await lan.ask('GET', `/api/files/${'ab'.repeat(32)}?token=SECRET`)
    await lan.ask('GET', '/api/SECRET')
    await server.browser().signIn('lan', 'SECRET')
    expect(server.log).toEqual([
      { method: 'POST', route: '/api/session', status: 200, ms: 0 },
      { method: 'POST', route: '/api/sync', status: 200, ms: 0 },
      { method: 'POST', route: '/api/sync', status: 200, ms: 0 },
      { method: 'GET', route: '/api/files/:sha256', status: 404, ms: 0 },
      { method: 'GET', route: '/api/*', status: 404, ms: 0 },
      { method: 'POST', route: '/api/session', status: 401, ms: 0 },
    ])
    await server.close()
  })

  test('an error that nobody foresaw: its kind and place, not its words; the client hears only that it failed', async () => {
    const server = await aServer({
      change: services => ({
        ...services,
        devices: {
          ...services.devices,
          recordContact: () => Promise.reject(new TypeError('duplicate key value (SECRET)')),
        },
      }),
    })
    const lan = await server.signedIn('lan')
    const answer = await lan.post('/api/sync', aTablet(server, lan, 'lan').request())
    expect([answer.status, JSON.parse(await textOf(answer))]).toEqual([500, { error: { type: 'failed' } }])
    expect(server.log.find(line => line['level'] === 'error')).toEqual({
      level: 'error',
      error: 'TypeError',
      place: expect.stringMatching(/^sync\.test\.ts:\d+:\d+$/u) as string,
    })
    expect(JSON.stringify(server.log)).not.toContain('SECRET')
    await server.close()
  })
})
