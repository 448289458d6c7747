import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { startChild, waitForExit } from '../../support/children.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startServer } from '../../support/start-server.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { aServer } from './a-server.ts'

const nobody = 65_534
/** Rights do not bind the administrator of the machine, so the server runs as nobody then. */
const isRoot = process.getuid?.() === 0

function aDist(): string {
  const dist = makeTempFolder('dist')
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html>')
  chmodSync(dist, 0o755)
  return dist
}
const env = { ISOXA_DIST: aDist(), ISOXA_MODE: 'production' }

/** Starts the server and waits until it gives up; what it wrote for the operator. */
async function startInVain(dataDir: string, { isNobody = false } = {}): Promise<string> {
  const child = startChild(process.execPath, ['src/server/app/main.ts'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, PORT: String(await findFreePort()), DATA_DIR: dataDir },
    ...(isNobody && isRoot ? { uid: nobody, gid: nobody } : {}),
  })
  const [error, code] = await Promise.all([text(child.stderr!), waitForExit(child)])
  expect(code).toBe(1)
  return error.trim()
}

const overwrite = (file: string, at: number, length: number): void => {
  const opened = openSync(file, 'r+')
  writeSync(opened, Buffer.alloc(length, 0xa5), 0, length, at)
  closeSync(opened)
}

describe('a server that cannot keep what it is given does not start, and says in a sentence why', () => {
  const used = makeTempFolder('used')
  let dataDir: string
  let file: string
  beforeAll(async () => {
    const server = await aServer()
    await server.close()
    cpSync(server.dataFolder, used, { recursive: true })
  })
  beforeEach(() => {
    dataDir = makeTempFolder('data')
    file = join(dataDir, 'iso-xa.db')
    cpSync(used, dataDir, { recursive: true })
  })

  test.each([
    ['its beginning', 0],
    ['the middle of it', 40_960],
  ])('when the database was overwritten at %s', async (_, at) => {
    overwrite(file, at, 8_192)
    const words = await startInVain(dataDir)
    expect(words.split('\n')).toHaveLength(1)
    expect(words).toContain(`${file} is damaged: put it aside, restore the newest backup`)
  })

  test('when the database is no database', async () => {
    writeFileSync(file, 'đây không phải là cơ sở dữ liệu '.repeat(400))
    expect(await startInVain(dataDir)).toContain(`${file} is damaged`)
  })

  test('when it may not write to the database, and starts when it may again', async () => {
    giveAway(dataDir)
    chmodSync(file, 0o444)
    const words = await startInVain(dataDir, { isNobody: true })
    expect(words.split('\n')).toHaveLength(1)
    expect(words).toMatch(/iso-xa\.db cannot be (written|opened): give the user of the server the right/u)
    chmodSync(file, 0o644)
    const server = await startServer({ dataDir, env })
    expect((await fetch(`${server.origin}/api/health`)).status).toBe(200)
    await server.stop()
  })

  test('when it may not write to the folder: it does not blame another server', async () => {
    giveAway(dataDir)
    chmodSync(join(dataDir, 'lock.db'), 0o444)
    chmodSync(dataDir, 0o555)
    const words = await startInVain(dataDir, { isNobody: true })
    expect(words).toMatch(
      /(lock|iso-xa)\.db cannot be (written|opened): give the user of the server the right/u,
    )
    expect(words).not.toContain('another ISO Xã server')
    chmodSync(dataDir, 0o755)
  })

  test('when a cut server’s database is gone, rather than begin with an empty one', async () => {
    writeFileSync(join(dataDir, 'running'), '')
    rmSync(file)
    expect(await startInVain(dataDir)).toContain(`${file} is missing though a server has used this folder`)
    expect(readdirSync(dataDir)).not.toContain('iso-xa.db')
  })

  function giveAway(folder: string): void {
    if (!isRoot) return
    for (const name of ['', ...readdirSync(folder)]) chownSync(join(folder, name), nobody, nobody)
    expect(statSync(folder).uid).toBe(nobody)
  }
})

describe('SY11 a cut server', () => {
  test('whose write-ahead log was removed begins a new epoch, so that tablets offer again what it lost', async () => {
    const dataFolder = makeTempFolder('cut')
    const first = await openDatabase({ dataFolder })
    const before = await epochOf(first)
    await first.close()
    writeFileSync(join(dataFolder, 'running'), '')
    const opened = await openDatabase({ dataFolder })
    expect(opened.notice).toContain('the write-ahead log of a server that was cut is missing')
    const after = await epochOf(opened)
    expect(after).not.toBe(before)
    await opened.close()
    // Once: it was closed as it should be.
    const again = await openDatabase({ dataFolder })
    expect([await epochOf(again), again.notice]).toEqual([after, undefined])
    await again.close()
  })

  test('that has all its files goes on in the same epoch', async () => {
    const place = makeTempFolder('running')
    const running = await openDatabase({ dataFolder: place })
    const dataFolder = makeTempFolder('cut')
    const before = await epochOf(running)
    // What lies on the disk while a server runs is what a power cut leaves.
    cpSync(place, dataFolder, { recursive: true })
    await running.close()
    const opened = await openDatabase({ dataFolder })
    expect([await epochOf(opened), opened.notice]).toEqual([before, undefined])
    await opened.close()
  })
})

const epochOf = async ({ db }: Awaited<ReturnType<typeof openDatabase>>): Promise<string> =>
  (await db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirstOrThrow()).value
