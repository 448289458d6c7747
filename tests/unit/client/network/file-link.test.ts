import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createAsk } from '../../../../src/client/network/ask-server.ts'
import { createFileLink } from '../../../../src/client/network/file-link.ts'

const hashOf = (bytes: ArrayBuffer) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
const bytes = Uint8Array.from({ length: 600_000 }, (_, at) => at % 251).buffer
const photo = { sha256: hashOf(bytes), type: 'image/jpeg', size: bytes.byteLength }
const blob = new Blob([bytes])

/** A server with tus semantics; `cutAfter` bytes the line goes. */
function aFileServer({ cutAfter = Infinity, hash = photo.sha256 } = {}) {
  let stored: Uint8Array | undefined
  let cut = cutAfter
  const log: string[] = []
  const headersSeen: Record<string, string | null>[] = []
  const position = (status: number) => {
    const offset = stored?.byteLength ?? 0
    const isDone = offset === photo.size
    const headers = { 'upload-offset': String(offset), 'upload-length': String(photo.size), 'upload-complete': isDone ? '?1' : '?0', ...(isDone ? { 'x-content-sha256': hash } : {}) } // prettier-ignore
    return new Response(null, { status, headers })
  }
  const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers)
    log.push(`${init?.method} ${headers.get('upload-offset') ?? ''}`.trim())
    switch (init?.method) {
      case 'HEAD':
        return stored ? position(200) : new Response(null, { status: 404 })
      case 'POST':
        headersSeen.push({ length: headers.get('upload-length'), meta: headers.get('upload-metadata') })
        stored = new Uint8Array(0)
        return position(201)
      case 'PATCH': {
        headersSeen.push({ type: headers.get('content-type') })
        if ((stored?.byteLength ?? 0) >= cut) {
          cut = Infinity
          throw new TypeError('the line went')
        }
        const chunk = new Uint8Array(init.body as ArrayBuffer)
        stored = Uint8Array.from([...(stored ?? []), ...chunk])
        return position(204)
      }
      default:
        return stored ? new Response(stored.slice(), { headers: { 'content-type': 'image/jpeg' } }) : new Response(null, { status: 404 }) // prettier-ignore
    }
  }
  const link = createFileLink(createAsk({ fetch }), data => Promise.resolve(hashOf(data)))
  return { link, log, headersSeen, stored: () => stored, damage: () => stored?.fill(0, 0, 5) }
}

test('SY12 a file goes in chunks and counts as sent when the server answers with its hash', async () => {
  const server = aFileServer()
  const progress: number[] = []
  expect(await server.link.send(photo, blob, async sent => Promise.resolve(progress.push(sent) > 0))).toEqual(
    {
      type: 'sent',
      storedAt: null,
    },
  )
  expect(server.log).toEqual(['HEAD', 'POST', 'PATCH 0', 'PATCH 65536', 'PATCH 196608', 'PATCH 458752'])
  expect(progress).toEqual([0, 65_536, 196_608, 458_752])
  const type = 'application/offset+octet-stream'
  const meta = `sha256 ${btoa(photo.sha256)},type ${btoa('image/jpeg')}`
  expect(server.headersSeen).toEqual([{ length: '600000', meta }, { type }, { type }, { type }, { type }])
  expect(server.stored()).toEqual(new Uint8Array(bytes))
})

test('no further piece of a file goes once it may not', async () => {
  const server = aFileServer()
  expect(await server.link.send(photo, blob, async sent => Promise.resolve(sent < 65_536))).toEqual({
    type: 'fileRefused',
    error: 'bytesMissing',
  })
  expect(server.log).toEqual(['HEAD', 'POST', 'PATCH 0'])
})

test('SY12 after a cut the upload goes on from the last whole chunk', async () => {
  const server = aFileServer({ cutAfter: 262_144 })
  expect(await server.link.send(photo, blob)).toEqual({ type: 'unreachable' })
  server.log.length = 0
  expect(await server.link.send(photo, blob)).toEqual({ type: 'sent', storedAt: null })
  // The piece that did not arrive was one of 256 KB: half of that goes first.
  expect(server.log).toEqual(['HEAD', 'PATCH 458752', 'PATCH 589824'])
  expect(server.stored()).toEqual(new Uint8Array(bytes))
})

test('SY12 pieces shrink while a line takes none, down to 16 KB, so that a bad one takes them at last', async () => {
  const sizes: number[] = []
  let stands = 0
  const fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
    const headers = () => ({ 'upload-offset': String(stands), 'upload-length': String(photo.size) })
    if (init?.method !== 'PATCH')
      return Promise.resolve(new Response(null, { status: 200, headers: headers() }))
    const { byteLength } = init.body as ArrayBuffer
    sizes.push(byteLength / 1024)
    if (byteLength > 20 * 1024) return Promise.reject(new TypeError('the line went'))
    stands += byteLength
    return Promise.resolve(new Response(null, { status: 204, headers: headers() }))
  }
  const link = createFileLink(createAsk({ fetch }), data => Promise.resolve(hashOf(data)))
  for (let round = 0; round < 4; round++) await link.send(photo, blob)
  expect(sizes).toEqual([64, 32, 16, 32, 16, 32])
  expect(stands).toBe(2 * 16 * 1024)
})

test('SY12 a file the server has already is not sent again', async () => {
  const server = aFileServer()
  await server.link.send(photo, blob)
  server.log.length = 0
  expect(await server.link.send(photo, blob)).toEqual({ type: 'sent', storedAt: null })
  expect(server.log).toEqual(['HEAD'])
})

test('SY12 a server that answers with another hash has not got the file', async () => {
  const server = aFileServer({ hash: '0'.repeat(64) })
  expect(await server.link.send(photo, blob)).toEqual({ type: 'fileRefused', error: 'hashDiffers' })
})

test.each<[string, () => Response, object]>([
  ['a portal that answers 200 to everything', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), { type: 'notOurServer' }], // prettier-ignore
  ['a session that is over', () => new Response(null, { status: 401 }), { type: 'unauthorized' }],
  ['a file out of scope', () => new Response(null, { status: 403 }), { type: 'fileRefused', error: 'forbidden' }], // prettier-ignore
  ['a server that has to rest', () => new Response(null, { status: 503, headers: { 'retry-after': '3' } }), { type: 'busy', retryAfterMs: 3000 }], // prettier-ignore
])('%s sends nothing', async (_, answer, result) => {
  const link = createFileLink(createAsk({ fetch: async () => answer() }), data =>
    Promise.resolve(hashOf(data)),
  )
  expect(await link.send(photo, blob)).toEqual(result)
})

test('a picture that is none is refused alone', async () => {
  const fetch = async (_: unknown, init?: RequestInit) =>
    init?.method === 'HEAD'
      ? new Response(null, { status: 404 })
      : Response.json({ error: { type: 'notAnImage' } }, { status: 415 })
  const link = createFileLink(createAsk({ fetch }), data => Promise.resolve(hashOf(data)))
  expect(await link.send(photo, blob)).toEqual({ type: 'fileRefused', error: 'notAnImage' })
})

test('a file fetched is what its hash says, or it is not taken', async () => {
  const server = aFileServer()
  expect(await server.link.fetch(photo.sha256)).toEqual({ type: 'missing' })
  await server.link.send(photo, blob)
  expect(await server.link.fetch(photo.sha256)).toMatchObject({ type: 'fetched', contentType: 'image/jpeg' })
  server.damage()
  expect(await server.link.fetch(photo.sha256)).toEqual({ type: 'damaged' })
})
