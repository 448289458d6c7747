import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepAssets } from '../../../src/server/app/keep-assets.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { aServer, faultOf, type Browser, type TestServer } from './a-server.ts'

const files = {
  'index.html': '<!doctype html><title>ISO Xã</title>',
  'sw.js': 'self.version = 2',
  'manifest.webmanifest': '{}',
  'icon-192.png': 'png',
  'assets/app-2.js': `export const app = ${JSON.stringify('x'.repeat(2000))}`,
}

function write(folder: string, contents: Readonly<Record<string, string>>): string {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  for (const [name, text] of Object.entries(contents)) {
    writeFileSync(join(folder, name), text)
    if (!/\.(js|html)$/u.test(name)) continue
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text))
  }
  return folder
}

let server: TestServer
let browser: Browser
beforeAll(async () => {
  const data = makeTempFolder('data')
  await keepAssets(write(makeTempFolder('dist'), { 'assets/app-1.js': 'export const old = 1' }), data)
  const dist = write(makeTempFolder('dist'), files)
  server = await aServer({ app: { dist, keptAssets: await keepAssets(dist, data) } })
  browser = server.browser()
})
afterAll(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) => browser.ask('GET', path, { headers })
const page = { accept: 'text/html,application/xhtml+xml' }

describe('the app', () => {
  test.each([
    '/',
    '/work',
    '/review/plan174.survey.05998@2017-10-15',
    '/review/plan174.survey.05998%402017-10-15',
    '/communes?state=late',
  ])('the page comes at %s, and is asked for anew each time', async path => {
    const answer = await get(path, page)
    expect([answer.status, await answer.text()]).toEqual([200, files['index.html']])
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-type')).toContain('text/html')
  })

  test('ST6 a hashed asset is kept for ever, the service worker never', async () => {
    expect((await get('/assets/app-2.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache')
    expect((await get('/manifest.webmanifest')).headers.get('cache-control')).toBe('no-cache')
  })

  test('ST6 a tablet on the build before still finds its chunks', async () => {
    const answer = await get('/assets/app-1.js')
    expect([answer.status, await answer.text()]).toEqual([200, 'export const old = 1'])
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect(answer.headers.get('cache-control')).toContain('immutable')
  })

  test.each([
    '/assets/nosuch-3.js',
    '/assets/',
    '/assets/nosuch',
    '/nosuch.js',
    '/work/nosuch.css',
    '/assets/..%2findex.html',
    '/..%2f..%2fpackage.json',
  ])('ST6 %s is a 404, never the page', async path => {
    const answer = await get(path, page)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('<!doctype')
  })

  test.each(['/api/nosuch', '/api/', '/api/session/nosuch'])('%s is a 404 in our own words', async path => {
    expect(await faultOf(await get(path, page))).toBe('404 notFound')
  })

  test('a script that asks for a path that is none gets no page', async () => {
    expect((await get('/work', { accept: '*/*' })).status).toBe(404)
  })

  test('brotli before gzip before plain, as the browser says', async () => {
    const brotli = await get('/assets/app-2.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(
      files['assets/app-2.js'],
    )
    expect(
      (await get('/assets/app-2.js', { 'accept-encoding': 'gzip' })).headers.get('content-encoding'),
    ).toBe('gzip')
    expect(await (await get('/assets/app-2.js')).text()).toBe(files['assets/app-2.js'])
    expect((await get('/', { ...page, 'accept-encoding': 'br' })).headers.get('content-encoding')).toBe('br')
  })

  test('what has not changed is not sent again', async () => {
    const tag = (await get('/', page)).headers.get('etag') ?? ''
    const again = await get('/', { ...page, 'if-none-match': tag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})

describe('every answer', () => {
  test.each([
    ['the page', '/', 200],
    ['an asset', '/assets/app-2.js', 200],
    ['a missing asset', '/assets/nosuch.js', 404],
    ['health', '/api/health', 200],
    ['an error', '/api/session', 401],
    ['a missing route', '/api/nosuch', 404],
  ])('of %s has the headers that keep others out', async (_, path, status) => {
    const answer = await get(path, page)
    expect(answer.status).toBe(status)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy.split('; ').sort()).toEqual(
      [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' blob: data:",
        "media-src 'self' blob:",
        "manifest-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "worker-src 'self'",
      ].sort(),
    )
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self)',
      'x-isoxa': server.services.version,
    })
  })

  test('of the API is not stored by anybody on the way', async () => {
    for (const path of ['/api/health', '/api/session', '/api/demo', '/api/nosuch'])
      expect((await get(path)).headers.get('cache-control')).toBe('no-store')
  })

  test('over https tells browsers to stay there', async () => {
    const https = await aServer({ origin: 'https://iso.example' })
    const { headers } = await https.browser().ask('GET', '/api/health')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    await https.close()
    expect((await get('/api/health')).headers.get('strict-transport-security')).toBeNull()
  })
})

test('health says which version and database answer', async () => {
  expect(await (await get('/api/health')).json()).toEqual({
    ok: true,
    version: server.services.version,
    database: 'sqlite',
  })
})
