import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { responseFields } from '../../../src/domain/responses/response-fields.ts'
import { toSign, type Statement } from '../../../src/sync/protocol/carried/statement.ts'
import { referenceFeed, unitsFrom } from '../../../src/server/app/seed-reference.ts'
import type { Answer } from '../../../src/sync/protocol/wire.ts'
import type { Op } from '../../../src/sync/protocol/op.ts'
import { aSigner, type TestSigner } from '../../support/a-bundle.ts'
import { aPicture, photoValue, tus } from './a-picture.ts'
import { aServer, faultOf, feedOf, textOf, unitOf, type Browser, type TestServer } from './a-server.ts'
import { aTablet, fieldsOf, results } from './a-tablet.ts'

const bring = async (courier: Browser, signed: unknown): Promise<readonly string[]> => {
  const answer = await courier.post('/api/carried', signed)
  if (answer.status !== 200) return [await faultOf(answer)]
  const { answers } = JSON.parse(await textOf(answer)) as { answers: readonly Answer[] }
  return answers.map(one => (one.result === 'held' ? `held: ${one.reason}` : one.result))
}

describe.each(['sqlite', 'postgres'] as const)('SY16 work that somebody else brings, on %s', engine => {
  let server: TestServer
  let lan: Browser
  let minh: Browser
  let device: TestSigner
  let tablet: ReturnType<typeof aTablet>
  beforeEach(async () => {
    server = await aServer({ engine })
    lan = await server.signedIn('lan')
    minh = await server.signedIn('minh')
    device = await aSigner()
    await lan.post('/api/device-keys', { device: 'tablet-lan', publicKey: device.publicKey })
    tablet = aTablet(server, lan, 'lan')
    await tablet.start()
  })
  afterEach(() => server.close())

  const statement = (ops: readonly Op[], given: Partial<Statement> = {}): Statement => ({
    protocol: 1,
    bundle: 'b1',
    author: 'lan',
    ops,
    files: [],
    ...given,
  })

  test('is taken as its author’s, and the courier learns nothing of the feed', async () => {
    const op = tablet.answer('s0_respondent', 'carried')
    const signed = await device.sign(statement([op]))
    expect(await bring(minh, signed)).toEqual(['ok'])
    const { pages } = await tablet.sync()
    const entry = pages.flatMap(page => page.entries).find(([, , , , value]) => value === 'carried')
    expect(entry?.[7]).toBe('lan')
    const ofMinh = aTablet(server, minh, 'minh', '06190')
    expect(JSON.stringify((await ofMinh.sync()).pages)).not.toContain('carried')
  })

  test('twice, and later by the author’s own sync, it changes nothing', async () => {
    const op = tablet.answer('s0_respondent', 'carried')
    const signed = await device.sign(statement([op]))
    expect(await bring(minh, signed)).toEqual(['ok'])
    expect(await bring(minh, signed)).toEqual(['duplicate'])
    expect(await bring(await server.signedIn('vinh'), signed)).toEqual(['duplicate'])
    const own = await tablet.sync([op])
    expect(results(own)).toEqual(['duplicate'])
    expect(fieldsOf(own, feedOf('05998'))[responseFields.answer('s0_respondent')]).toBe('carried')
  })

  test('SY9 nobody on the way can change it, nor put another’s name to it', async () => {
    const op = tablet.answer('s0_respondent', 'carried')
    const signed = await device.sign(statement([op]))
    const changed = { ...signed, text: signed.text.replace('carried', 'forged!') }
    expect(await bring(minh, changed)).toEqual(['403 badSignature'])
    // The courier's own key, registered as the courier's, under the author's name.
    const own = await aSigner()
    await minh.post('/api/device-keys', { device: 'tablet-minh', publicKey: own.publicKey })
    expect(await bring(minh, await own.sign(statement([op])))).toEqual(['403 badSignature'])
    expect(await bring(minh, { ...(await own.sign(statement([op]))), key: device.id })).toEqual([
      '403 badSignature',
    ])
    const asMinh = await bring(minh, await own.sign(statement([op], { author: 'minh' })))
    expect(asMinh).toEqual(['held: outOfScope'])
    expect(JSON.stringify((await tablet.sync()).pages)).not.toMatch(/carried|forged/u)
  })

  test('a signature for another purpose is none', async () => {
    const text = JSON.stringify(statement([tablet.answer('s0_respondent', 'carried')]))
    const other = await device.sign(JSON.parse(text) as Statement)
    expect(Buffer.from(toSign(text)).toString('utf8')).not.toBe(text)
    expect(await bring(minh, { ...other, text: `${text} ` })).toEqual(['403 badSignature'])
  })

  test('of a device that the server does not know only the author brings it', async () => {
    const stranger = await aSigner()
    const signed = await stranger.sign(statement([tablet.answer('s0_respondent', 'carried')]))
    expect(await bring(minh, signed)).toEqual(['403 keyUnknown'])
    expect(await bring(lan, signed)).toEqual(['ok'])
  })

  test('a device whose key was revoked is refused until its person signs in on it again', async () => {
    const signed = await device.sign(statement([tablet.answer('s0_respondent', 'carried')]))
    await server.services.deviceKeys.revokeAllOf('lan', server.clock.now())
    expect(await bring(minh, signed)).toEqual(['403 keyRevoked'])
    const again = { device: 'tablet-lan', publicKey: device.publicKey }
    expect((await minh.post('/api/device-keys', again)).status).toBe(403)
    expect(await bring(minh, signed)).toEqual(['403 keyRevoked'])
    expect((await lan.post('/api/device-keys', again)).status).toBe(200)
    expect(await bring(minh, signed)).toEqual(['ok'])
  })

  test('SY9 it is judged by what its author may do now, not by what they could when they made it', async () => {
    const signed = await device.sign(statement([tablet.answer('s0_respondent', 'carried')]))
    const ended = { role: 'communeOfficial', unit: unitOf('05998'), from: unitsFrom, to: '2020-01-01' }
    await server.services.authority.write(referenceFeed, [
      { type: 'person', thing: 'lan', field: 'assignments/a1', value: ended },
    ])
    expect(await bring(minh, signed)).toEqual(['held: outOfScope'])
  })

  test('SY12 photos come in the name of the author, and only those the device has vouched for', async () => {
    const picture = aPicture('carried')
    const other = aPicture('the courier’s own')
    const { sha256, type, bytes } = picture
    const signed = await device.sign(
      statement([tablet.op(responseFields.evidence('s1_assign', sha256), photoValue(picture))], {
        files: [{ sha256, type, size: bytes.length }],
      }),
    )
    const inName = (browser: Browser): Browser => ({
      ...browser,
      ask: (method, path, init) => browser.ask(method, `${path}?for=lan`, init),
    })
    const courier = inName(minh)
    expect((await tus.create(courier, picture)).status).toBe(404)
    expect(await bring(minh, signed)).toEqual(['ok'])
    expect((await tus.create(courier, other)).status).toBe(404)
    expect((await tus.create(courier, picture)).status).toBe(201)
    expect((await tus.append(courier, sha256, 0, bytes)).status).toBe(204)
    expect((await tus.where(courier, sha256)).headers.get('upload-complete')).toBe('?1')
    // The author has it, the reviewer sees it, the courier gets nothing by having carried it.
    expect((await tus.read(lan, sha256)).status).toBe(200)
    expect((await tus.read(await server.signedIn('vinh'), sha256)).status).toBe(200)
    expect((await tus.read(minh, sha256)).status).toBe(404)
    expect((await tus.where(inName(await server.signedIn('bich')), sha256)).status).toBe(403)
  })

  test('what is not understood is refused and says so', async () => {
    const text = JSON.stringify({ ...statement([]), protocol: 99 })
    for (const [sent, fault] of [
      [{ text: '{', signature: '', key: '' }, '400 badRequest'],
      [{ text: '{}', signature: '', key: '', more: 1 }, '400 badRequest'],
      [{ text, signature: '', key: '' }, '426 upgradeRequired'],
      [await device.sign({ ...statement([]), ops: [{ id: 1 }] as unknown as Op[] }), '400 badRequest'],
    ] as const)
      expect(await bring(minh, sent)).toEqual([fault])
    for (const key of ['', 'x'.repeat(87), device.publicKey.slice(1)])
      expect(await faultOf(await lan.post('/api/device-keys', { device: 'd', publicKey: key }))).toBe(
        '400 badRequest',
      )
  })
})
