import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { responseFields } from '../../../src/domain/responses/response-fields.ts'
import { aPicture, photoValue, pngOf, tus, upload } from './a-picture.ts'
import { aServer, faultOf, sha256Of, type Browser, type TestServer } from './a-server.ts'
import { aTablet } from './a-tablet.ts'

describe.each(['sqlite', 'postgres'] as const)('SY12 files on %s', engine => {
  let server: TestServer
  let lan: Browser
  beforeEach(async () => {
    server = await aServer({ engine })
    lan = await server.signedIn('lan')
  })
  afterEach(() => server.close())

  test('a picture goes up in pieces and comes back byte for byte, to who may see it', async () => {
    const picture = aPicture('ảnh', 400_000)
    const created = await tus.create(lan, picture)
    expect([created.status, created.headers.get('location'), created.headers.get('upload-offset')]).toEqual([
      201,
      `/api/files/${picture.sha256}`,
      '0',
    ])
    for (let at = 0; at < picture.bytes.length; at += 150_000) {
      const answer = await tus.append(lan, picture.sha256, at, picture.bytes.subarray(at, at + 150_000))
      expect(answer.status).toBe(204)
      expect(answer.headers.get('upload-complete')).toBe(at < 300_000 ? '?0' : '?1')
    }
    const done = await tus.where(lan, picture.sha256)
    expect([done.status, done.headers.get('upload-complete'), done.headers.get('x-content-sha256')]).toEqual([
      200,
      '?1',
      picture.sha256,
    ])

    const tablet = aTablet(server, lan, 'lan')
    await tablet.start()
    await tablet.sync([tablet.op(responseFields.evidence('s1_assign', picture.sha256), photoValue(picture))])
    const read = await tus.read(await server.signedIn('vinh'), picture.sha256)
    expect(sha256Of(Buffer.from(await read.arrayBuffer()))).toBe(picture.sha256)
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '400000',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'cookie',
    })
  })

  test('after a cut the tablet goes on where the server stands', async () => {
    const picture = aPicture('cắt', 1000)
    await tus.create(lan, picture)
    await tus.append(lan, picture.sha256, 0, picture.bytes.subarray(0, 400))
    // The answer was lost: the tablet asks, and is told.
    expect((await tus.where(lan, picture.sha256)).headers.get('upload-offset')).toBe('400')
    const wrong = await tus.append(lan, picture.sha256, 0, picture.bytes.subarray(0, 400))
    expect([wrong.status, wrong.headers.get('upload-offset')]).toEqual([409, '400'])
    const again = await tus.create(lan, picture)
    expect([again.status, again.headers.get('upload-offset')]).toEqual([201, '400'])
    const last = await tus.append(lan, picture.sha256, 400, picture.bytes.subarray(400))
    expect(last.headers.get('upload-complete')).toBe('?1')
    // The last answer was lost too: whatever is asked again says that all is there.
    for (const answer of [
      await tus.append(lan, picture.sha256, 400, picture.bytes.subarray(400)),
      await tus.create(lan, picture),
    ])
      expect([answer.ok, answer.headers.get('upload-complete')]).toEqual([true, '?1'])
  })

  test('bytes that do not have the hash are thrown away, and the upload starts over', async () => {
    const picture = aPicture('đúng')
    const damaged = pngOf('sai rồi')
    await tus.create(lan, picture)
    expect(await faultOf(await tus.append(lan, picture.sha256, 0, damaged))).toBe('460 hashDiffers')
    expect((await tus.where(lan, picture.sha256)).status).toBe(404)
    expect((await tus.read(lan, picture.sha256)).status).toBe(404)
    expect((await upload(lan, picture)).headers.get('upload-complete')).toBe('?1')
  })

  test('two pieces at once: one is taken, and what is stored has its hash', async () => {
    const picture = aPicture('hai lần', 5000)
    await tus.create(lan, picture)
    const forged = pngOf('giả', 5000)
    const answers = await Promise.all([
      tus.append(lan, picture.sha256, 0, picture.bytes),
      tus.append(lan, picture.sha256, 0, forged),
      tus.append(lan, picture.sha256, 0, picture.bytes),
    ])
    expect(answers.map(answer => answer.status)).toEqual([204, 204, 204])
    const read = await tus.read(lan, picture.sha256)
    expect(sha256Of(Buffer.from(await read.arrayBuffer()))).toBe(picture.sha256)
  })

  test('each person uploads on their own: another’s half is nobody’s start', async () => {
    const picture = aPicture('chung', 1000)
    const vinh = await server.signedIn('vinh')
    await tus.create(lan, picture)
    await tus.append(lan, picture.sha256, 0, picture.bytes.subarray(0, 600))
    expect((await tus.where(vinh, picture.sha256)).status).toBe(404)
    expect((await tus.create(vinh, picture)).headers.get('upload-offset')).toBe('0')
    expect((await upload(vinh, picture)).headers.get('upload-complete')).toBe('?1')
    expect((await tus.where(lan, picture.sha256)).headers.get('upload-offset')).toBe('600')
  })

  test('what the index knows and the disk has lost starts over', async () => {
    const picture = aPicture('mất', 1000)
    await tus.create(lan, picture)
    await tus.append(lan, picture.sha256, 0, picture.bytes.subarray(0, 600))
    await server.services.files.drop({ sha256: picture.sha256, person: 'lan' })
    expect(await faultOf(await tus.append(lan, picture.sha256, 600, picture.bytes.subarray(600)))).toBe(
      '460 hashDiffers',
    )
    expect((await upload(lan, picture)).headers.get('upload-complete')).toBe('?1')
  })
})

describe('what is not taken as a file', () => {
  let server: TestServer
  let lan: Browser
  beforeEach(async () => {
    server = await aServer()
    lan = await server.signedIn('lan')
  })
  afterEach(() => server.close())

  const file = (text: string, type: string) => {
    const bytes = Buffer.from(text)
    return { bytes, sha256: sha256Of(bytes), type }
  }

  test('a text that calls itself a .jpg', async () => {
    const text = file('Kính gửi UBND huyện', 'image/jpeg')
    expect(await faultOf(await upload(lan, text))).toBe('415 notAnImage')
    expect((await tus.read(lan, text.sha256)).status).toBe(404)
    expect((await tus.where(lan, text.sha256)).status).toBe(404)
  })

  test('a page with a script, an SVG, a PDF: by their own name or as a picture', async () => {
    for (const text of ['<script>alert(1)</script>', '<svg onload="x"/>', '%PDF-1.7'])
      for (const type of ['text/html', 'image/svg+xml', 'image/png'])
        expect(await faultOf(await upload(lan, file(text, type)))).toBe('415 notAnImage')
  })

  test('a page with a script that calls itself a PDF, a recording or a workbook', async () => {
    const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    for (const type of ['application/pdf', 'audio/webm', 'audio/wav', workbook])
      expect(await faultOf(await upload(lan, file('<script>alert(1)</script>', type)))).toBe('415 notItsKind')
  })

  test('a recording of more than 10 MB, before a byte of it has come', async () => {
    const recording = file('OggS…', 'audio/ogg')
    expect(await faultOf(await tus.create(lan, recording, 10 * 1024 * 1024 + 1))).toBe('413 tooLarge')
  })

  test('a PNG that calls itself a JPEG', async () => {
    expect(await faultOf(await upload(lan, { ...aPicture('png'), type: 'image/jpeg' }))).toBe(
      '415 notAnImage',
    )
  })

  test('a picture of more than 2 MB, before a byte of it has come', async () => {
    expect(await faultOf(await tus.create(lan, aPicture('to', 100), 2 * 1024 * 1024 + 1))).toBe(
      '413 tooLarge',
    )
  })

  test('more bytes than were told of', async () => {
    const picture = aPicture('dài', 1000)
    await tus.create(lan, picture, 900)
    expect(await faultOf(await tus.append(lan, picture.sha256, 0, picture.bytes))).toBe('413 tooLarge')
    // A tablet that had told a wrong length is not stuck with it.
    expect((await upload(lan, picture)).headers.get('upload-complete')).toBe('?1')
  })

  test('a piece of more than 1 MB', async () => {
    const picture = aPicture('mảnh', 1_500_000)
    await tus.create(lan, picture)
    expect(await faultOf(await tus.append(lan, picture.sha256, 0, picture.bytes))).toBe('413 tooLarge')
  })

  test.each(['../../etc/passwd', 'abc', '%2e%2e%2fx', 'A'.repeat(64)])('the name %s', async name => {
    const answer = await lan.ask('GET', `/api/files/${encodeURIComponent(name)}`)
    expect(await faultOf(answer)).toBe('404 notFound')
    const created = await tus.create(lan, { ...aPicture('x'), sha256: name })
    expect(await faultOf(created)).toBe('400 badRequest')
  })

  test.each([
    ['without a length', { 'upload-metadata': 'sha256 x' }],
    ['without a hash', { 'upload-length': '10' }],
    ['of length zero', { 'upload-length': '0', 'upload-metadata': 'sha256 x' }],
  ])('an upload %s', async (_, headers) => {
    expect(await faultOf(await lan.ask('POST', '/api/files', { headers }))).toBe('400 badRequest')
  })

  test('a piece of a file that was never begun, or in another content type', async () => {
    const picture = aPicture('lạ')
    expect(await faultOf(await tus.append(lan, picture.sha256, 0, picture.bytes))).toBe('404 notFound')
    await tus.create(lan, picture)
    const answer = await lan.ask('PATCH', `/api/files/${picture.sha256}`, {
      headers: { 'content-type': 'application/json', 'upload-offset': '0' },
      body: '{}',
    })
    expect(await faultOf(answer)).toBe('400 badRequest')
  })
})
