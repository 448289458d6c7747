import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonValue } from '../../../src/lib/json-value.ts'
import { fuzzWorld } from '../../fuzz/fuzz-world.ts'
import { aServer, faultOf, type TestServer } from './a-server.ts'
import { aTablet } from './a-tablet.ts'

test(
  'random and mutated requests over every route are answered or refused, and the refused change nothing',
  { timeout: 180_000 },
  async () => {
    // Another share of chance each day, printed with each fault.
    const seed = Math.floor(Date.now() / 86_400_000)
    const { faults, taken, statuses } = await fuzzWorld(seed, 2_000)
    expect(faults).toEqual([])
    // It got behind the door: some were taken, and every route was asked.
    expect(taken).toBeGreaterThan(2)
    expect(statuses.size).toBeGreaterThan(15)
  },
)

describe('what the fuzz has found', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await aServer()
  })
  afterAll(() => server.close())

  /** Without a length, as a chunked body comes. */
  const stream = (bytes: Uint8Array) =>
    ({
      body: new Blob([Buffer.from(bytes)]).stream(),
      duplex: 'half',
      headers: { 'content-encoding': 'gzip' },
    }) as RequestInit

  test('a packed body over the limit that does not tell its length is refused, and does not end the process', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    const asked = server.browser().ask('POST', '/api/session', stream(bomb))
    expect(await faultOf(await asked)).toBe('413 tooLarge')
  })

  test('JSON deeper than the stack is a bad request, not a fault of the server; 100 levels are enough', async () => {
    const lan = await server.signedIn('lan')
    const tablet = aTablet(server, lan, 'lan')
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
    const body = JSON.stringify(tablet.request([tablet.answer('s1_assign', 'HERE')])).replace('"HERE"', deep)
    expect(await faultOf(await lan.ask('POST', '/api/sync', { body }))).toBe('400 badRequest')
    const levels = (count: number) => JSON.parse(`${'['.repeat(count)}${']'.repeat(count)}`) as JsonValue
    const statusOf = async (value: JsonValue) =>
      (await tablet.send(tablet.request([tablet.answer('s1_assign', value)]))).status
    expect([await statusOf(levels(98)), await statusOf(levels(97))]).toEqual([400, 200])
  })
})
