import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { hashToken, newToken } from '../../../src/server/http/session-cookie.ts'
import { tus } from './a-picture.ts'
import {
  aServer,
  faultOf,
  feedOf,
  password,
  textOf,
  unitOf,
  type Browser,
  type TestServer,
} from './a-server.ts'
import { aTablet, fieldsOf } from './a-tablet.ts'
import { canary, findCanaries, intruder, plantCanaries, routeOf, rowsFor, unfinished } from './scope-rows.ts'

interface Asker {
  readonly browser: Browser
  readonly person: string
}

/** Somebody whose session stands, but who has nothing to do with Khánh Long, or no longer, or not yet. */
const strangers: Readonly<Record<string, (server: TestServer) => Promise<Asker>>> = {
  'an official of another commune': server => asOneOfThem(server, 'minh'),
  'the officer of another district': server => asOneOfThem(server, 'bich'),
  'the administrator, who reads no commune': server => asOneOfThem(server, 'duc'),
  'an official whose role has expired': server =>
    asNewcomer(server, 'official-before', { role: 'communeOfficial', at: '05998', to: '2026-11-22' }),
  'an officer whose role has expired': server =>
    asNewcomer(server, 'officer-before', { role: 'districtOfficer', at: '180', to: '2026-11-22' }),
  'an official whose role has not begun': server =>
    asNewcomer(server, 'official-to-be', { role: 'communeOfficial', at: '05998', from: '2026-11-24' }),
  'somebody without any role': server => asNewcomer(server, 'nobody'),
}

/** Who once had a right to all of it, and now has no session that counts; and what every route says to them. */
const shutOut: Readonly<Record<string, [says: string, enter: (server: TestServer) => Promise<Asker>]>> = {
  'nobody signed in': ['401 unauthorized', async server => ({ browser: server.browser(), person: 'lan' })],
  'a forged cookie': ['401 unauthorized', async server => withCookie(server, newToken())],
  'a session that was signed out': [
    '401 unauthorized',
    async server => {
      const browser = await server.signedIn('lan')
      const cookie = browser.cookie()
      await browser.ask('DELETE', '/api/session')
      browser.setCookie(cookie)
      return { browser, person: 'lan' }
    },
  ],
  'a session that has expired': [
    '401 unauthorized',
    async server => {
      const token = newToken()
      const now = server.clock.now()
      const times = { createdAt: now - 9, seenAt: now - 9, expiresAt: now }
      const session = { tokenHash: hashToken(token), person: 'lan', device: '', ...times }
      await server.services.sessions.create(session)
      return withCookie(server, token)
    },
  ],
  'a device that was revoked': [
    '401 deviceRevoked',
    async server => {
      const browser = await server.signedIn('lan')
      const tablet = aTablet(server, browser, 'lan')
      await tablet.sync([], { device: 'lost-tablet' })
      await server.services.devices.revoke('lost-tablet', server.clock.now())
      return { browser, person: 'lan' }
    },
  ],
}

async function asOneOfThem(server: TestServer, person: 'minh' | 'bich' | 'duc'): Promise<Asker> {
  return { browser: await server.signedIn(person), person }
}

async function asNewcomer(
  server: TestServer,
  person: string,
  held?: { readonly role: string; readonly at: string; readonly from?: string; readonly to?: string },
): Promise<Asker> {
  const { authority, accounts } = server.services
  await accounts.create({ person, username: person, passwordHash: `hash of ${password}` })
  if (held) {
    const { role, at, from = '2017-10-15', to = null } = held
    const value = { role, unit: unitOf(at), from, to }
    await authority.write(referenceFeed, [{ type: 'person', thing: person, field: 'assignments/a1', value }])
  }
  const browser = server.browser()
  expect((await browser.signIn(person)).status).toBe(200)
  return { browser, person }
}

function withCookie(server: TestServer, token: string): Asker {
  const browser = server.browser()
  browser.setCookie(`isoxa-session=${token}`)
  return { browser, person: 'lan' }
}

/** Patterns under which handlers for all methods are registered today: guards, the fallback, nothing that answers. */
const guards = [
  '/*',
  '/api/*',
  '/api/carried',
  '/api/chains',
  '/api/contacts',
  '/api/device-keys',
  '/api/devices',
  '/api/devices/*',
  '/api/exports/*',
  '/api/files',
  '/api/files/*',
  '/api/held',
  '/api/people',
  '/api/people/*',
  '/api/read-tokens',
  '/api/read-tokens/*',
  '/api/readiness/*',
  '/api/session',
  '/api/sync',
  '/api/trail',
  '/api/units-changes',
  '/api/units-changes/*',
  '/odata/*',
  '/odata/v1/*',
]

describe.each(['sqlite', 'postgres'] as const)('SY9 every route on %s', engine => {
  let server: TestServer
  beforeAll(async () => {
    server = await aServer({ engine })
    await plantCanaries(server)
  })
  afterAll(() => server.close())

  test('has a row in the table', () => {
    const registered = server.routes.filter(({ method }) => method !== 'ALL')
    // HEAD comes with GET, so the server does not list it.
    const rows = Object.keys(rowsFor(server)).filter(row => !row.startsWith('HEAD'))
    expect([...new Set(registered.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(
      [...new Set(rows.map(routeOf))].sort(),
    )
    const forAll = server.routes.filter(({ method }) => method === 'ALL').map(({ path }) => path)
    expect(guards).toEqual(expect.arrayContaining([...new Set(forAll)]))
  })

  test('gives those of the commune and its reviewers their own, so the table can tell', async () => {
    for (const { ask, insider, insiderSees } of Object.values(rowsFor(server))) {
      if (insider === undefined || insiderSees === undefined) continue
      const text = await textOf(await ask(await server.signedIn(insider), insider))
      expect(text).toContain(insiderSees)
      expect(findCanaries(`${text} ${insiderSees}":`)).not.toEqual([])
    }
  })

  test.each(Object.entries(strangers))('gives nothing of it to %s', async (_, enter) => {
    const { browser, person } = await enter(server)
    for (const [row, { ask }] of Object.entries(rowsFor(server))) {
      const answer = await ask(browser, person)
      const text = `${JSON.stringify([...answer.headers])} ${await textOf(answer)}`
      expect({ row, status: answer.status < 500, found: findCanaries(text) }).toEqual({
        row,
        status: true,
        found: [],
      })
    }
  })

  test.each(Object.entries(shutOut))('but the public ones refuses %s', async (_, [says, enter]) => {
    const { browser, person } = await enter(server)
    for (const [row, { ask, isPublic }] of Object.entries(rowsFor(server))) {
      if (isPublic) continue
      const answer = await ask(browser, person)
      const said = row.startsWith('HEAD') ? says.replace('401', String(answer.status)) : await faultOf(answer)
      expect({ row, said, status: answer.status }).toEqual({ row, said: says, status: 401 })
    }
  })

  test('has changed nothing in the commune, whoever asked', async () => {
    const lan = await server.signedIn('lan')
    const tablet = aTablet(server, lan, 'lan')
    const pulled = await tablet.sync([], { device: 'another-tablet' })
    expect(fieldsOf(pulled, feedOf('05998'))).toMatchObject({ 'answers/s0_respondent': canary.answer })
    expect(JSON.stringify(pulled)).not.toContain(intruder)
    expect((await tus.where(lan, unfinished.sha256)).headers.get('upload-offset')).toBe('300')
  })
})
