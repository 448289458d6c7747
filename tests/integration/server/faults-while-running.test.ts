import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aPicture, tus, upload } from './a-picture.ts'
import { aServer, faultOf, type Browser, type TestServer } from './a-server.ts'
import { aTablet, results } from './a-tablet.ts'

let server: TestServer
let lan: Browser
let tablet: ReturnType<typeof aTablet>
beforeEach(async () => {
  server = await aServer()
  lan = await server.signedIn('lan')
  tablet = aTablet(server, lan, 'lan')
  await tablet.start()
})
afterEach(() => server.close())

const faultsInLog = (): readonly unknown[] =>
  server.log.filter(({ level }) => level === 'error').map(({ error, code }) => code ?? error)

describe('when the data folder is put aside under the running server', () => {
  test('nothing is acknowledged that would be gone with it; brought back, all goes on', async () => {
    const picture = aPicture('ảnh')
    await tus.create(lan, picture)
    const aside = `${server.dataFolder}-aside`
    renameSync(server.dataFolder, aside)
    const ops = [tablet.answer('s0_respondent', 'Lan'), tablet.answer('s1_villages', 9)]
    for (let time = 0; time < 2; time++)
      expect(await faultOf(await tablet.send(tablet.request(ops)))).toBe('500 failed')
    expect(await faultOf(await tus.append(lan, picture.sha256, 0, picture.bytes))).toBe('500 failed')
    expect(await faultOf(await server.browser().signIn('lan'))).toBe('500 failed')
    expect(faultsInLog()).toContain('DATA_GONE')

    rmSync(server.dataFolder, { recursive: true, force: true })
    renameSync(aside, server.dataFolder)
    expect(results(await tablet.sync(ops))).toEqual(['ok', 'ok'])
    // The index had noted the picture before it was seen that the folder is another: it starts over.
    const rest = await tus.append(lan, picture.sha256, picture.bytes.length, Buffer.alloc(0))
    expect(await faultOf(rest)).toBe('460 hashDiffers')
    expect((await upload(lan, picture)).headers.get('upload-complete')).toBe('?1')
  })

  test('an empty folder in its place is not taken for it', async () => {
    rmSync(join(server.dataFolder, 'iso-xa.db'))
    writeFileSync(join(server.dataFolder, 'iso-xa.db'), '')
    expect(await faultOf(await tablet.send(tablet.request([tablet.answer('s1_villages', 9)])))).toBe(
      '500 failed',
    )
  })
})

test('when the write-ahead log is removed under the running server, nothing more is acknowledged', async () => {
  rmSync(join(server.dataFolder, 'iso-xa.db-wal'))
  expect(await faultOf(await tablet.send(tablet.request([tablet.answer('s1_villages', 9)])))).toBe(
    '500 failed',
  )
  expect(faultsInLog()).toEqual(['DATA_GONE'])
})

test('when the database is overwritten under the running server, it says so and acknowledges nothing', async () => {
  const name = join(server.dataFolder, 'iso-xa.db')
  // Another connection's change makes the server read from the disk what it has in memory.
  const other = new DatabaseSync(name)
  other.exec("pragma wal_checkpoint(truncate); insert into meta values ('another', 'change')")
  const file = openSync(name, 'r+')
  const size = fstatSync(file).size - 4_096
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, 4_096)
  closeSync(file)
  const answer = await tablet.send(tablet.request([tablet.answer('s1_villages', 9)]))
  expect(await faultOf(answer)).toBe('500 failed')
  expect(server.log.map(({ error }) => error)).toContain('database damaged')
  other.close()
})

describe('when the folder of files cannot be written', () => {
  test('a picture waits in the tablet, ops go on, and it is taken when the folder is mended', async () => {
    const picture = aPicture('ảnh', 1_000)
    const files = join(server.dataFolder, 'files')
    rmSync(files, { recursive: true, force: true })
    writeFileSync(files, 'a file where the folder was')
    await tus.create(lan, picture)
    expect(await faultOf(await tus.append(lan, picture.sha256, 0, picture.bytes))).toBe('500 failed')
    expect((await tus.where(lan, picture.sha256)).headers.get('upload-offset')).toBe('0')
    expect(results(await tablet.sync([tablet.answer('s1_villages', 9)]))).toEqual(['ok'])
    expect(faultsInLog()).toEqual(['ENOTDIR'])

    rmSync(files)
    expect((await upload(lan, picture)).headers.get('upload-complete')).toBe('?1')
    expect(existsSync(join(files, picture.sha256.slice(0, 2), picture.sha256))).toBe(true)
  })

  test.each(['EROFS', 'EACCES'])('%s says so in the log, not in the answer', async code => {
    await server.close()
    const disk = { isReadOnly: true }
    server = await aServer({
      change: services => ({
        ...services,
        files: {
          ...services.files,
          append: (...given) =>
            disk.isReadOnly
              ? Promise.reject(Object.assign(new Error(`${code}: /data/files`), { code }))
              : services.files.append(...given),
        },
      }),
    })
    lan = await server.signedIn('lan')
    const picture = aPicture('ảnh', 1_000)
    await tus.create(lan, picture)
    const answer = await tus.append(lan, picture.sha256, 0, picture.bytes)
    expect([answer.status, await answer.text()]).toEqual([500, '{"error":{"type":"failed"}}'])
    expect(faultsInLog()).toEqual([code])
    disk.isReadOnly = false
    expect((await upload(lan, picture)).headers.get('upload-complete')).toBe('?1')
  })
})
