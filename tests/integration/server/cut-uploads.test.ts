import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAsk } from '../../../src/client/network/ask-server.ts'
import { createFileLink } from '../../../src/client/network/file-link.ts'
import { createFileSender, type WaitingFile } from '../../../src/client/network/file-sender.ts'
import { responseFields } from '../../../src/domain/responses/response-fields.ts'
import { aPicture, photoValue, tus, upload, type Picture } from './a-picture.ts'
import { aServer, sha256Of, type Browser, type TestServer } from './a-server.ts'
import { aTablet } from './a-tablet.ts'

const chunkBytes = 256 * 1024

let server: TestServer
let lan: Browser
beforeEach(async () => {
  server = await aServer()
  lan = await server.signedIn('lan')
})
afterEach(() => server.close())

/**
 * The real sender and the real server with a line between that is cut at every chunk: first in its middle, so that
 * the server gets nothing of it; then after it, so that only the answer is lost; then it passes.
 */
function aLineCutEverywhere(pictures: readonly (Picture & { readonly isThumb: boolean })[]) {
  const line = { sent: 0, cuts: 0, mostResent: 0 }
  const order: string[] = []
  let turn = 0
  let lostHere = 0
  const fetch = async (path: unknown, init: RequestInit = {}): Promise<Response> => {
    const pass = () => lan.ask(init.method ?? 'GET', String(path), init)
    if (init.method !== 'PATCH') return pass()
    const { byteLength } = init.body as ArrayBuffer
    turn = (turn + 1) % 3
    if (turn === 1) {
      line.cuts++
      lostHere = Math.ceil(byteLength / 2)
      line.sent += lostHere
      throw new TypeError('the line went in the middle of a chunk')
    }
    line.sent += byteLength
    line.mostResent = Math.max(line.mostResent, lostHere)
    lostHere = 0
    const answer = await pass()
    if (turn === 0) return answer
    line.cuts++
    throw new TypeError('the line went before the answer')
  }
  const waiting = new Map<string, WaitingFile>(
    pictures.map(({ sha256, type, bytes, isThumb }) => [
      sha256,
      { sha256, type, size: bytes.length, isThumb },
    ]),
  )
  const bytesOf = new Map(pictures.map(({ sha256, bytes }) => [sha256, bytes]))
  const hash = (bytes: ArrayBuffer) => Promise.resolve(sha256Of(new Uint8Array(bytes)))
  const sender = createFileSender({
    files: createFileLink(createAsk({ fetch }), hash),
    outbox: {
      listUnsentFiles: () =>
        Promise.resolve([...waiting.values()].sort((a, b) => Number(b.isThumb) - Number(a.isThumb))),
      readFile: sha256 => Promise.resolve(new Blob([Uint8Array.from(bytesOf.get(sha256) ?? [])])),
      hasFile: sha256 => Promise.resolve(waiting.has(sha256)),
      markFileSent(sha256) {
        order.push(sha256)
        waiting.delete(sha256)
        return Promise.resolve()
      },
    },
    clock: server.clock.now,
    mayOriginalsGo: () => true,
    onProgress: () => undefined,
  })
  return { line, order, sender, waiting }
}

describe('SY12 photos over a line that is cut', () => {
  test('an audit of 100 photos cut at every chunk sends again at most one chunk each time', async () => {
    const photos = Array.from({ length: 100 }, (_, at) => [
      { ...aPicture(`ảnh nhỏ ${at}`, 9_000), isThumb: true },
      { ...aPicture(`ảnh gốc ${at}`, 300_000 + at), isThumb: false },
    ]).flat()
    const { line, order, sender, waiting } = aLineCutEverywhere(photos)
    let tries = 1
    while ((await sender.sendAll(() => Promise.resolve(undefined))).type !== 'sent') tries++

    const whole = photos.reduce((sum, { bytes }) => sum + bytes.length, 0)
    expect(waiting.size).toBe(0)
    // 100 thumbnails in one chunk, 100 originals in two: each third of their pieces passed, the others were cut.
    expect(line.cuts).toBeGreaterThanOrEqual(200)
    expect(tries).toBe(line.cuts + 1)
    expect(line.mostResent).toBeLessThanOrEqual(chunkBytes)
    expect(line.sent - whole).toBeLessThanOrEqual(line.cuts * chunkBytes)
    // What only lost its answer is never sent again, so no byte travels much more than one and a half times.
    expect(line.sent).toBeLessThanOrEqual(whole * 1.5 + chunkBytes)
    const thumbs = new Set(photos.filter(({ isThumb }) => isThumb).map(({ sha256 }) => sha256))
    expect(order.slice(0, 100).every(sha256 => thumbs.has(sha256))).toBe(true)
    for (const { sha256 } of photos.filter((_, at) => at % 20 === 1)) {
      const read = await tus.read(lan, sha256)
      expect(sha256Of(Buffer.from(await read.arrayBuffer()))).toBe(sha256)
    }
  }, 60_000)

  test('the same photo from two communes is stored once, and the readers of each may see it', async () => {
    const picture = aPicture('cùng một ảnh', 20_000)
    const minh = await server.signedIn('minh')
    const first = await upload(lan, picture)
    server.clock.advance(60_000)
    const second = await upload(minh, picture)
    const storedAt = (answer: Response) => answer.headers.get('x-stored-at')
    expect([second.headers.get('upload-complete'), second.headers.get('x-content-sha256')]).toEqual([
      '?1',
      picture.sha256,
    ])
    expect(storedAt(first)).not.toBeNull()
    expect(storedAt(second)).toBe(storedAt(first))

    const bich = await server.signedIn('bich')
    const vinh = await server.signedIn('vinh')
    for (const [browser, person, commune] of [
      [lan, 'lan', '05998'],
      [minh, 'minh', '06190'],
    ] as const) {
      const tablet = aTablet(server, browser, person, commune)
      await tablet.start()
      const field = responseFields.evidence('s1_assign', picture.sha256)
      await tablet.sync([tablet.op(field, photoValue(picture))])
      const reader = person === 'lan' ? vinh : bich
      const read = await tus.read(reader, picture.sha256)
      expect([read.status, storedAt(read)]).toEqual([200, storedAt(first)])
    }
    expect(await server.services.fileIndex.listStored([picture.sha256])).toEqual(new Set([picture.sha256]))
  })

  test('taken in two places of one tablet, it is sent once', async () => {
    const picture = aPicture('hai chỗ', 20_000)
    const tablet = aTablet(server, lan, 'lan')
    await tablet.start()
    await upload(lan, picture)
    for (const question of ['s1_assign', 's2_store_photo'])
      await tablet.sync([tablet.op(responseFields.evidence(question, picture.sha256), photoValue(picture))])
    const again = await tus.where(lan, picture.sha256)
    expect(again.headers.get('upload-complete')).toBe('?1')
  })
})
