import { afterEach, beforeEach, expect, test } from 'vitest'
import { referenceFeed } from '../../../src/server/app/seed-reference.ts'
import { askFeed, makeToken, root } from './a-feed.ts'
import { aServer, faultOf, type TestServer } from './a-server.ts'
import { aTablet } from './a-tablet.ts'

let server: TestServer
beforeEach(async () => {
  server = await aServer()
})
afterEach(() => server.close())

const yearMs = 365 * 24 * 3_600_000
const statusOf = async (token: string) => (await askFeed(server, token, '/')).status
const basic = (username: string, token: string) =>
  server.browser().ask('GET', `${root}/`, {
    headers: { authorization: `Basic ${Buffer.from(`${username}:${token}`).toString('base64')}` },
  })

interface Listed {
  readonly feed: string
  readonly tokens: readonly { id: string; name: string; usedAt: number | null; expiresAt: number }[]
}

test('a token is told once, listed without it, kept as a hash only, and tells when it was used', async () => {
  const lan = await server.signedIn('lan')
  const token = await makeToken(lan, '  Excel ở phòng  ')
  const list = async () => {
    const text = await (await lan.ask('GET', '/api/read-tokens')).text()
    expect(text).not.toContain(token)
    return JSON.parse(text) as Listed
  }
  expect(await list()).toMatchObject({
    feed: 'http://localhost:8080/odata/v1/',
    tokens: [{ name: 'Excel ở phòng', usedAt: null, expiresAt: server.clock.now() + yearMs }],
  })
  expect(await statusOf(token)).toBe(200)
  expect((await list()).tokens[0]?.usedAt).toBe(server.clock.now())
  const [stored] = await server.services.readTokens.listOf('lan')
  expect(JSON.stringify(stored)).not.toContain(token)
})

test('Excel signs in with the username and the token as password, in whatever case the name is', async () => {
  const token = await makeToken(await server.signedIn('lan'))
  expect((await basic('LAN', token)).status).toBe(200)
  expect((await basic('minh', token)).status).toBe(401)
  expect((await basic('lan', 'x')).status).toBe(401)
  const unasked = await server.browser().ask('GET', `${root}/`)
  expect([unasked.status, unasked.headers.get('www-authenticate')]).toEqual([
    401,
    'Basic realm="ISO Xa", charset="UTF-8"',
  ])
})

test('SY9 a token opens nothing but the feed, and a session does not open the feed', async () => {
  const lan = await server.signedIn('lan')
  const token = await makeToken(lan)
  const headers = { authorization: `Bearer ${token}` }
  for (const path of ['/api/session', '/api/held', '/api/read-tokens'])
    expect(await faultOf(await server.browser().ask('GET', path, { headers }))).toBe('401 unauthorized')
  expect((await lan.ask('GET', `${root}/Responses`)).status).toBe(401)
})

test('SY9 a token ends when it is revoked, after a year, and with a revoked device', async () => {
  const lan = await server.signedIn('lan')
  const revoked = await makeToken(lan)
  const [listed] = ((await (await lan.ask('GET', '/api/read-tokens')).json()) as Listed).tokens
  const minh = await server.signedIn('minh')
  const path = `/api/read-tokens/${listed?.id}`
  expect(await faultOf(await minh.ask('DELETE', path))).toBe('404 notFound')
  expect(await statusOf(revoked)).toBe(200)
  expect((await lan.ask('DELETE', path)).status).toBe(204)
  expect(await statusOf(revoked)).toBe(401)

  const onLostTablet = await makeToken(lan)
  const ofAnother = await makeToken(minh)
  await aTablet(server, lan, 'lan').sync([], { device: 'lost-tablet' })
  expect(await statusOf(onLostTablet)).toBe(200)
  await server.services.devices.revoke('lost-tablet', server.clock.now())
  expect(await statusOf(onLostTablet)).toBe(401)
  expect(await faultOf(await lan.post('/api/read-tokens', { name: 'again' }))).toBe('401 deviceRevoked')

  expect(await statusOf(ofAnother)).toBe(200)
  server.clock.advance(yearMs - 1)
  expect(await statusOf(ofAnother)).toBe(200)
  server.clock.advance(1)
  expect(await statusOf(ofAnother)).toBe(401)
})

test('SY9 who has lost the last role reads empty lists, who has lost the account nothing', async () => {
  const token = await makeToken(await server.signedIn('vinh'))
  const communes = async () => {
    const answer = await askFeed(server, token, '/Units')
    return ((await answer.json()) as { value: readonly object[] }).value.length
  }
  expect(await communes()).toBeGreaterThan(10)
  await server.services.authority.write(referenceFeed, [
    { type: 'person', thing: 'vinh', field: 'assignments/a1', value: null },
  ])
  expect(await communes()).toBe(0)
})

test('there are ten at most, even when they are made at once, and their names are bounded', async () => {
  const lan = await server.signedIn('lan')
  const answers = await Promise.all(
    Array.from(
      { length: 14 },
      async (_, at) => (await lan.post('/api/read-tokens', { name: `${at}` })).status,
    ),
  )
  expect(answers.filter(status => status === 201)).toHaveLength(10)
  expect(await faultOf(await lan.post('/api/read-tokens', { name: 'one more' }))).toBe('409 tooManyTokens')
  for (const body of [{}, { name: ' ' }, { name: 'a\0b' }, { name: 'x'.repeat(101) }, { name: 'x', more: 1 }])
    expect(await faultOf(await lan.post('/api/read-tokens', body))).toBe('400 badRequest')
})

test('wrong tokens from one address have to wait ever longer; a right one does not', async () => {
  const token = await makeToken(await server.signedIn('lan'))
  const statuses: number[] = []
  for (let at = 0; at < 52; at++) statuses.push(await statusOf(`guess-${at}`))
  expect(statuses.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 401))
  expect(statuses.slice(50)).toEqual([429, 429])
  const answer = await askFeed(server, 'another-guess', '/')
  expect(answer.headers.get('retry-after')).toBe('15')
  expect(await statusOf(token)).toBe(200)
})
