import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aServer, faultOf, type TestServer } from './a-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

const changes = [
  ['POST', '/api/session'],
  ['DELETE', '/api/session'],
  ['POST', '/api/sync'],
  ['POST', '/api/files'],
  ['PATCH', `/api/files/${'a'.repeat(64)}`],
  ['POST', '/api/nosuch'],
] as const

describe('a change that another site asks for', () => {
  test.each(changes)('%s %s is refused by its Origin', async (method, path) => {
    const browser = await server.signedIn('lan')
    for (const origin of ['https://evil.example', 'null', 'http://localhost:9999', 'https://localhost:8080'])
      expect(await faultOf(await browser.ask(method, path, { headers: { origin } }))).toBe('403 crossSite')
    expect((await browser.ask('GET', '/api/session')).status).toBe(200)
  })

  test.each(changes)('%s %s is refused by Sec-Fetch-Site', async (method, path) => {
    const browser = await server.signedIn('lan')
    for (const site of ['cross-site', 'same-site'])
      expect(await faultOf(await browser.ask(method, path, { headers: { 'sec-fetch-site': site } }))).toBe(
        '403 crossSite',
      )
  })

  test('our own pages may', async () => {
    const browser = await server.signedIn('lan')
    const headers = { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }
    expect((await browser.ask('DELETE', '/api/session', { headers })).status).toBe(204)
  })

  test('another site’s page learns nothing of an answer: there is no CORS header', async () => {
    const browser = await server.signedIn('lan')
    const { headers } = await browser.ask('GET', '/api/session', {
      headers: { origin: 'https://evil.example' },
    })
    expect([...headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})
