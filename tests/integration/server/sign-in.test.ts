import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aServer, faultOf, password, textOf, type TestServer } from './a-server.ts'

const dayMs = 86_400_000
let server: TestServer
beforeEach(async () => {
  server = await aServer()
})
afterEach(() => server.close())

describe('signing in', () => {
  test('the right password tells who one is and what one may do, now and when asked again', async () => {
    const browser = server.browser()
    const told = JSON.parse(await textOf(await browser.signIn('lan')))
    expect(told).toEqual({
      person: { id: 'lan', name: 'lan', username: 'lan' },
      assignments: [
        {
          id: 'a1',
          person: 'lan',
          role: 'communeOfficial',
          unit: '05998@2017-10-15',
          from: '2017-10-15',
          to: null,
        },
      ],
    })
    const again = await browser.ask('GET', '/api/session')
    expect([again.status, JSON.parse(await textOf(again))]).toEqual([200, told])
  })

  test('the cookie is out of reach for scripts and other sites', async () => {
    const set = (await server.browser().signIn('lan')).headers.get('set-cookie')
    expect(set).toMatch(/^isoxa-session=[\w-]{43};/u)
    expect(set).toContain('HttpOnly')
    expect(set).toContain('SameSite=Strict')
    expect(set).toContain('Path=/')
  })

  test('the database has the token’s hash, never the token', async () => {
    const browser = server.browser()
    await browser.signIn('lan')
    const token = browser.cookie().split('=')[1] ?? ''
    expect(token).toHaveLength(43)
    expect(await server.services.sessions.find(token)).toBeUndefined()
  })

  test('on https the cookie is a __Host- one that never travels in the clear', async () => {
    const https = await aServer({ origin: 'https://iso.example' })
    const set = (await https.browser().signIn('lan')).headers.get('set-cookie')
    expect(set).toMatch(/^__Host-isoxa-session=/u)
    expect(set).toContain('Secure')
    expect(set).not.toContain('Domain')
    await https.close()
  })

  test('a wrong password and an unknown name get the very same answer', async () => {
    const wrong = await server.browser().signIn('lan', 'sai')
    const unknown = await server.browser().signIn('nobody', 'sai')
    expect([wrong.status, await textOf(wrong)]).toEqual([unknown.status, await textOf(unknown)])
    expect([...wrong.headers]).toEqual([...unknown.headers])
    expect(wrong.status).toBe(401)
    expect(wrong.headers.get('set-cookie')).toBeNull()
  })

  test.each(['lan', 'nobody'])('five wrong passwords for %s and the right one waits too', async name => {
    const browser = server.browser()
    for (let at = 0; at < 5; at++)
      expect(await faultOf(await browser.signIn(name, 'sai'))).toBe('401 wrongPassword')
    const refused = await browser.signIn(name, password)
    expect(await faultOf(refused)).toBe('429 tooManyTries')
    expect(refused.headers.get('retry-after')).toBe('15')
    server.clock.advance(15_000)
    expect((await browser.signIn(name, password)).status).toBe(name === 'lan' ? 200 : 401)
  })

  test('each more wrong password doubles the wait, up to a quarter of an hour', async () => {
    const browser = server.browser()
    const waits: string[] = []
    for (let at = 0; at < 13; at++) {
      const answer = await browser.signIn('lan', 'sai')
      const wait = answer.headers.get('retry-after')
      if (wait === null) continue
      waits.push(wait)
      server.clock.advance(Number(wait) * 1000)
    }
    expect(waits).toEqual(['15', '30', '60', '120'])
    for (let at = 0; at < 12; at++) {
      await browser.signIn('lan', 'sai')
      server.clock.advance(15 * 60_000)
    }
    await browser.signIn('lan', 'sai')
    expect((await browser.signIn('lan', 'sai')).headers.get('retry-after')).toBe('900')
  })

  test('guesses that come all at once are counted as well', async () => {
    const browser = server.browser()
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => browser.signIn('lan', `sai ${at}`)),
    )
    expect(answers.filter(answer => answer.status === 401)).toHaveLength(5)
    expect(answers.filter(answer => answer.status === 429)).toHaveLength(25)
  })

  test('case, spaces and the form of diacritics do not make another name to guess for', async () => {
    const browser = server.browser()
    for (const name of ['lan', 'LAN', ' lan', 'Lan ', 'lAn']) await browser.signIn(name, 'sai')
    expect((await browser.signIn('lan')).status).toBe(429)
  })

  test('one address that tries many names has to wait, another address does not', async () => {
    const browser = server.browser()
    for (let at = 0; at < 50; at++) await browser.signIn(`name${at}`, 'sai')
    expect((await browser.signIn('lan')).status).toBe(429)
    await expect(server.signedIn('lan')).resolves.toBeDefined()
  })

  test('an office that signs in often does not use up its tries', async () => {
    const browser = server.browser()
    for (let at = 0; at < 60; at++) expect((await browser.signIn('lan')).status).toBe(200)
    expect((await browser.signIn('minh')).status).toBe(200)
  })

  test('a wait outlives the server', async () => {
    const browser = server.browser()
    for (let at = 0; at < 5; at++) await browser.signIn('lan', 'sai')
    expect((await server.services.accounts.findByPerson('lan'))?.lockedUntil).toBe(
      server.clock.now() + 15_000,
    )
  })

  test('a new sign-in gives a new token and ends the one before', async () => {
    const browser = server.browser()
    await browser.signIn('lan')
    const before = browser.cookie()
    await browser.signIn('lan')
    expect(browser.cookie()).not.toBe(before)
    const stolen = server.browser()
    stolen.setCookie(before)
    expect(await faultOf(await stolen.ask('GET', '/api/session'))).toBe('401 unauthorized')
  })

  test('a token that somebody planted before is not taken over', async () => {
    const browser = server.browser()
    browser.setCookie('isoxa-session=planted')
    await browser.signIn('lan')
    expect(browser.cookie()).not.toContain('planted')
  })

  test.each([
    ['no JSON', 'username=lan'],
    ['an unknown key', JSON.stringify({ username: 'lan', password, role: 'administrator' })],
    ['no password', JSON.stringify({ username: 'lan' })],
    ['a list for a name', JSON.stringify({ username: ['lan'], password })],
  ])('%s is a bad request', async (_, body) => {
    expect(await faultOf(await server.browser().ask('POST', '/api/session', { body }))).toBe('400 badRequest')
  })

  test('a body of 10 KB is refused unread', async () => {
    const body = JSON.stringify({ username: 'lan', password: 'x'.repeat(10_000) })
    expect(await faultOf(await server.browser().ask('POST', '/api/session', { body }))).toBe('413 tooLarge')
  })
})

describe('a session', () => {
  test('lives on for thirty days after it was last used, and its cookie with it', async () => {
    const browser = await server.signedIn('lan')
    for (let week = 0; week < 10; week++) {
      server.clock.advance(29 * dayMs)
      const answer = await browser.ask('GET', '/api/session')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toContain(`Max-Age=${30 * 86_400}`)
    }
    server.clock.advance(30 * dayMs)
    expect(await faultOf(await browser.ask('GET', '/api/session'))).toBe('401 unauthorized')
  })

  test('ends when the person signs out, on this browser alone', async () => {
    const [here, there] = [await server.signedIn('lan'), await server.signedIn('lan')]
    const before = here.cookie()
    const answer = await here.ask('DELETE', '/api/session')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    here.setCookie(before)
    expect((await here.ask('GET', '/api/session')).status).toBe(401)
    expect((await there.ask('GET', '/api/session')).status).toBe(200)
  })

  test('is no session without a cookie, with a made-up one, or with the hash from the database', async () => {
    const browser = server.browser()
    for (const cookie of ['', 'isoxa-session=x', '__Host-isoxa-session=x', 'isoxa-session='])
      for (const path of ['/api/session', '/api/held', '/api/contacts']) {
        browser.setCookie(cookie)
        expect((await browser.ask('GET', path)).status).toBe(401)
      }
  })
})
