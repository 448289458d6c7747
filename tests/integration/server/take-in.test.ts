import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { err, ok } from '../../../src/lib/result.ts'
import { responseFields } from '../../../src/domain/responses/response-fields.ts'
import { readArguments } from '../../../src/server/app/admin/read-arguments.ts'
import type { Item } from '../../../src/sync/protocol/carried/item.ts'
import { aBundle, aSigner, aSummary, words, type TestSigner } from '../../support/a-bundle.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { aPicture, photoValue, tus } from './a-picture.ts'
import { aServer, feedOf, type Browser, type TestServer } from './a-server.ts'
import { aTablet, fieldsOf, results } from './a-tablet.ts'

let server: TestServer
let lan: Browser
let device: TestSigner
let tablet: ReturnType<typeof aTablet>
beforeEach(async () => {
  server = await aServer()
  lan = await server.signedIn('lan')
  device = await aSigner()
  tablet = aTablet(server, lan, 'lan')
  await tablet.start()
})
afterEach(() => server.close())

const register = () => lan.post('/api/device-keys', { device: 'tablet-lan', publicKey: device.publicKey })

async function takeIn(bytes: Uint8Array, given = words): Promise<string> {
  const file = join(makeTempFolder('carried'), 'work.isoxa')
  writeFileSync(file, bytes)
  const request = readArguments(['take-in', file])
  if (!request.ok || request.value.type !== 'run') throw new Error('not understood')
  const { command } = request.value
  if (!('run' in command)) throw new Error('take-in runs beside a server')
  const outcome = await command.run(server.services, {
    options: {},
    file: request.value.file,
    today: '2026-11-23',
    askPassword: async () => err('none'),
    askWords: async () => ok(given),
    readFile: async () => err('none'),
  })
  return outcome.ok ? outcome.value.join('\n') : `error: ${outcome.error}`
}

const picture = aPicture('carried')

async function aFile() {
  const { sha256, type, bytes } = picture
  const file = { sha256, type, size: bytes.length }
  const ops = [
    tablet.answer('s0_respondent', 'carried'),
    tablet.op(responseFields.evidence('s1_assign', sha256), photoValue(picture)),
    tablet.answer('nosuchquestion', 'held'),
  ]
  const say = { protocol: 1, bundle: 'b1', author: 'lan' }
  const items: readonly Exclude<Item, { kind: 'summary' }>[] = [
    { kind: 'changes', signed: await device.sign({ ...say, ops, files: [] }) },
    { kind: 'fileList', signed: await device.sign({ ...say, ops: [], files: [file] }) },
    { kind: 'file', file, bytes: new Uint8Array(bytes) },
  ]
  return { ops, bytes: await aBundle(items, aSummary({ changes: 3 })) }
}

describe('SY16 npm run admin -- take-in FILE', () => {
  test('takes in changes and photos as their author’s, twice without a change', async () => {
    await register()
    const { ops, bytes } = await aFile()
    expect(await takeIn(bytes)).toBe(
      'Changes taken in: 2\nChanges held (unknownField): 1\nPhotos and files stored: 1',
    )
    expect(await takeIn(bytes)).toBe(
      'Changes the server had already: 2\nChanges held (unknownField): 1\nPhotos and files stored: 1',
    )
    const own = await tablet.sync(ops)
    expect(results(own)).toEqual(['duplicate', 'duplicate', 'held: unknownField'])
    expect(fieldsOf(own, feedOf('05998'))[responseFields.answer('s0_respondent')]).toBe('carried')
    expect((await tus.read(await server.signedIn('vinh'), picture.sha256)).status).toBe(200)
  })

  test('a tablet that never told its key, or is not trusted any more, is told apart', async () => {
    const { bytes } = await aFile()
    expect(await takeIn(bytes)).toContain('never told its key')
    await register()
    await server.services.deviceKeys.revokeAllOf('lan', server.clock.now())
    expect(await takeIn(bytes)).toContain('not trusted')
    expect(JSON.stringify((await tablet.sync()).pages)).not.toContain('carried')
  })

  test('of a damaged file the good part is taken, wrong words and foreign files are refused', async () => {
    await register()
    const { bytes } = await aFile()
    expect(await takeIn(bytes, words.replace('ba', 'bac'))).toMatch(/^error: These are not the words/u)
    expect(await takeIn(new Uint8Array(500))).toMatch(/^error: This is no file of ISO Xã/u)
    // Its photo is in the fourth slot.
    const damaged = bytes.slice()
    damaged[64 + 3 * 16_384 + 100] = (damaged[64 + 3 * 16_384 + 100] ?? 0) ^ 1
    expect(await takeIn(damaged)).toBe(
      'Changes taken in: 2\nChanges held (unknownField): 1\nThe file is damaged or was cut off; what was good is above.',
    )
  })
})
