import { afterEach, describe, expect, test } from 'vitest'
import { aPicture, tus, upload } from './a-picture.ts'
import { aServer, faultOf, feedOf, type TestServer } from './a-server.ts'
import { aTablet, fieldsOf, results } from './a-tablet.ts'

const sqliteFull = () =>
  Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })

let server: TestServer
afterEach(() => server.close())

/** A server whose disk is full while `disk.isFull`; the text of errors says so in the engine's own way. */
async function aServerWithDisk(fault: () => Error) {
  const disk = { isFull: false }
  server = await aServer({
    change: services => {
      const full =
        <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
        (...args: A): Promise<T> =>
          disk.isFull ? Promise.reject(fault()) : work(...args)
      const { files, fileIndex, sessions } = services
      return {
        ...services,
        authority: { ...services.authority, sync: full(services.authority.sync) },
        files: { ...files, append: full(files.append), store: full(files.store) },
        fileIndex: { ...fileIndex, openUpload: full(fileIndex.openUpload) },
        sessions: { ...sessions, create: full(sessions.create) },
      }
    },
  })
  return disk
}

describe.each([
  ['SQLite says the database is full', sqliteFull],
  ['the file system has no space', noSpace],
  ['the cause of the error is that', () => new Error('commit failed', { cause: noSpace() })],
])('when %s', (_, fault) => {
  test('a push is answered with 507, and goes through unchanged when there is room again', async () => {
    const disk = await aServerWithDisk(fault)
    const lan = await server.signedIn('lan')
    const tablet = aTablet(server, lan, 'lan')
    await tablet.start()
    const ops = [tablet.answer('s0_respondent', 'Lan'), tablet.answer('s1_villages', 9)]
    disk.isFull = true
    expect(await faultOf(await tablet.send(tablet.request(ops)))).toBe('507 serverFull')
    expect(await faultOf(await tablet.send(tablet.request(ops)))).toBe('507 serverFull')
    disk.isFull = false
    expect(results(await tablet.sync(ops))).toEqual(['ok', 'ok'])
    const seen = await aTablet(server, await server.signedIn('vinh'), 'vinh').sync()
    expect(fieldsOf(seen, feedOf('05998'))).toMatchObject({
      'answers/s0_respondent': 'Lan',
      'answers/s1_villages': 9,
    })
  })

  test('a picture stops where the disk did, and goes on from there', async () => {
    const disk = await aServerWithDisk(fault)
    const lan = await server.signedIn('lan')
    const picture = aPicture('đầy', 1000)
    await tus.create(lan, picture)
    await tus.append(lan, picture.sha256, 0, picture.bytes.subarray(0, 400))
    disk.isFull = true
    expect(await faultOf(await tus.append(lan, picture.sha256, 400, picture.bytes.subarray(400)))).toBe(
      '507 serverFull',
    )
    expect(await faultOf(await upload(lan, aPicture('khác')))).toBe('507 serverFull')
    expect((await tus.where(lan, picture.sha256)).headers.get('upload-offset')).toBe('400')
    disk.isFull = false
    const last = await tus.append(lan, picture.sha256, 400, picture.bytes.subarray(400))
    expect(last.headers.get('upload-complete')).toBe('?1')
  })

  test('signing in says so too, and the server still answers that it lives', async () => {
    const disk = await aServerWithDisk(fault)
    disk.isFull = true
    expect(await faultOf(await server.browser().signIn('lan'))).toBe('507 serverFull')
    expect((await server.browser().ask('GET', '/api/health')).status).toBe(200)
    expect(server.log.map(line => line['error'])).toContain('disk full')
  })
})
