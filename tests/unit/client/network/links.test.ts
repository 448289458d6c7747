import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createAccountLink } from '../../../../src/client/network/account-link.ts'
import { createAsk } from '../../../../src/client/network/ask-server.ts'
import { createServerLink } from '../../../../src/client/network/server-link.ts'
import type { SyncRequest } from '../../../../src/sync/protocol/wire.ts'

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>

const askOf = (answer: Answer) => createAsk({ fetch: async (url, init) => answer(url as string, init ?? {}) })
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers })
const ours = (status: number, type: string, headers = {}) => json({ error: { type } }, status, headers)
const portal = (status = 200) =>
  new Response('<html>Please log in to VNPT Wi-Fi</html>', {
    status,
    headers: { 'content-type': 'text/html' },
  })

const request: SyncRequest = { protocol: 1, person: 'lan', device: 'd', ops: [], cursors: {}, room: 32_768 }
const response = { protocol: 1, now: 5, answers: [], pages: [], gone: [], renewDevice: false }
const page = { feed: 'c1@a/unit', epoch: 'e', head: 1, cursor: 1, more: false, count: 1, checksum: 7 }
const entry = [1, 'response', 't1', 'answers/q1', null, 1, 'op', 'minh', 3]

describe('the sync link', () => {
  test('asks with our header, our cookie, no cache and no redirect', async () => {
    let seen: RequestInit = {}
    const link = createServerLink(
      askOf((url, init) => {
        expect(url).toBe('/api/sync')
        seen = init
        return json(response)
      }),
    )
    expect(await link.exchange(request)).toEqual({ type: 'answered', response })
    expect(seen).toMatchObject({
      method: 'POST',
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'same-origin',
    })
    expect(seen.headers).toMatchObject({
      accept: 'application/json',
      'x-isoxa-request': '1',
      'content-type': 'application/json',
    })
    expect(new TextDecoder().decode(seen.body as Uint8Array)).toBe(JSON.stringify(request))
  })

  test('packs what is longer than a kilobyte', async () => {
    const long = { ...request, person: 'x'.repeat(2000) }
    const link = createServerLink(
      askOf((_, { headers, body }) => {
        expect(headers).toMatchObject({ 'content-encoding': 'gzip' })
        expect((body as ArrayBuffer).byteLength).toBeLessThan(200)
        expect(JSON.parse(gunzipSync(body as ArrayBuffer).toString())).toEqual(long)
        return json(response)
      }),
    )
    expect(await link.exchange(long)).toMatchObject({ type: 'answered' })
  })

  const cut = () =>
    new Response(
      new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode('{"protocol":1'))
          stream.error(new Error('the line went'))
        },
      }),
      { headers: { 'content-type': 'application/json' } },
    )

  test.each<[string, () => Response, object]>([
    ["SY13 a captive portal's 200", () => portal(), { type: 'notOurServer' }],
    ["a captive portal's redirect", () => new Response(null, { status: 302 }), { type: 'notOurServer' }],
    ["a proxy's 401", () => portal(401), { type: 'notOurServer' }],
    ["a proxy's 403", () => portal(403), { type: 'notOurServer' }],
    ["somebody else's JSON", () => json({ ok: true }), { type: 'notOurServer' }],
    ['an entry with too little in it', () => json({ ...response, pages: [{ ...page, entries: [[1, 'x']] }] }), { type: 'notOurServer' }], // prettier-ignore
    ['a page without its sums', () => json({ ...response, pages: [{ ...page, count: undefined, entries: [] }] }), { type: 'notOurServer' }], // prettier-ignore
    ['an answer nobody knows', () => json({ ...response, answers: [{ result: 'maybe' }] }), { type: 'notOurServer' }], // prettier-ignore
    ['JSON under another name', () => new Response('{"a":', { headers: { 'content-type': 'application/json' } }), { type: 'notOurServer' }], // prettier-ignore
    ['an answer cut in the middle', cut, { type: 'unreachable' }],
    ['SY10 a tablet that was revoked', () => ours(401, 'deviceRevoked'), { type: 'deviceRevoked' }],
    ['SY4 a session that is over', () => ours(401, 'unauthorized'), { type: 'unauthorized' }],
    ["SY4 another person's session", () => ours(403, 'otherPerson'), { type: 'otherPerson' }],
    ['SY14 an app too old', () => ours(426, 'upgradeRequired'), { type: 'upgradeRequired' }],
    ['SY4 too large, whoever says so', () => portal(413), { type: 'tooLarge' }],
    [
      'SY4 too many requests',
      () => ours(429, 'busy', { 'retry-after': '7' }),
      { type: 'busy', retryAfterMs: 7000 },
    ],
    ['SY4 a proxy whose server is away', () => portal(503), { type: 'busy', retryAfterMs: null }],
    ['a date to retry after', () => ours(503, 'busy', { 'retry-after': 'Mon, 23 Nov 2026' }), { type: 'busy', retryAfterMs: null }], // prettier-ignore
    ['a fault of the server', () => ours(500, 'internal'), { type: 'busy', retryAfterMs: null }],
    ['a server without room', () => ours(507, 'serverFull'), { type: 'serverFull' }],
    ['a request not understood', () => ours(400, 'badRequest'), { type: 'refused', status: 400, error: 'badRequest' }], // prettier-ignore
  ])('%s', async (_, answer, result) => {
    expect(await createServerLink(askOf(answer)).exchange(request)).toEqual(result)
  })

  test('no network is a value, not an exception', async () => {
    const link = createServerLink(
      askOf(() => {
        throw new TypeError('Failed to fetch')
      }),
    )
    expect(await link.exchange(request)).toEqual({ type: 'unreachable' })
  })

  test('a whole answer comes through as it is, null values too', async () => {
    const whole = {
      ...response,
      answers: [
        { result: 'ok', seq: 1, hlc: 2, wins: true },
        { result: 'held', reason: 'aReasonOfTomorrow' },
      ],
      pages: [{ ...page, entries: [entry] }],
    }
    expect(await createServerLink(askOf(() => json(whole))).exchange(request)).toEqual({
      type: 'answered',
      response: whole,
    })
  })
})

describe('the account link', () => {
  const session = { person: { id: 'p1', name: 'Lan', username: 'lan' }, mode: 'demo' }

  test('signs in and keeps whatever else the server tells', async () => {
    const link = createAccountLink(
      askOf((url, { method, body }) => {
        expect([url, method, body]).toEqual(['/api/session', 'POST', '{"username":"lan","password":"pw"}'])
        return json(session)
      }),
    )
    expect(await link.signIn('lan', 'pw')).toEqual({ type: 'signedIn', session })
  })

  test.each<[string, () => Response, object]>([
    ['a wrong password', () => ours(401, 'wrongPassword'), { type: 'wrongPassword' }],
    ['too many tries', () => ours(429, 'tooManyTries', { 'retry-after': '30' }), { type: 'tooManyTries', seconds: 30 }], // prettier-ignore
    ['a portal', () => portal(), { type: 'notOurServer' }],
    ['a busy server', () => portal(503), { type: 'busy', retryAfterMs: null }],
    ['a session without a person', () => json({}), { type: 'notOurServer' }],
  ])('%s at sign-in', async (_, answer, result) => {
    expect(await createAccountLink(askOf(answer)).signIn('lan', 'pw')).toEqual(result)
  })

  test('who am I, and signing out', async () => {
    expect(await createAccountLink(askOf(() => json(session))).whoAmI()).toEqual({
      type: 'signedIn',
      session,
    })
    expect(await createAccountLink(askOf(() => ours(401, 'unauthorized'))).whoAmI()).toEqual({
      type: 'unauthorized',
    })
    const signOut = (answer: Response) => createAccountLink(askOf(() => answer)).signOut()
    expect(await signOut(new Response(null, { status: 204 }))).toEqual({ type: 'signedOut' })
    expect(await signOut(ours(401, 'unauthorized'))).toEqual({ type: 'signedOut' })
    expect(await signOut(ours(401, 'deviceRevoked'))).toEqual({ type: 'signedOut' })
    expect(await signOut(portal())).toEqual({ type: 'notOurServer' })
  })
})
