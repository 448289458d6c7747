import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { startChild, waitForExit } from '../../support/children.ts'
import { makeDemoFolder } from '../../support/demo-folder.ts'
import { findFreePort } from '../../support/free-port.ts'
import { freshPostgres } from '../../support/fresh-postgres.ts'
import { setup } from '../../support/seed-demo-once.ts'
import { startServer } from '../../support/start-server.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

type Env = Readonly<Record<string, string>>

/** A build is not needed to see how the server starts. */
function aDist(): string {
  const dist = makeTempFolder('dist')
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html>')
  writeFileSync(join(dist, 'assets', 'app-1.js'), '')
  return dist
}
const ISOXA_DIST = aDist()
/** On a copy of the demo's data, unless told otherwise: seeding them is the matter of few tests. */
const start = (
  env: Env = {},
  dataDir = env['ISOXA_MODE'] || env['DATABASE_URL'] ? makeTempFolder('data') : makeDemoFolder(),
) => startServer({ dataDir, env: { ISOXA_DIST, ...env } })
beforeAll(setup, 60_000)

/** Runs a script of the server to its end. */
async function run(script: string, env: Env, { args = [] as readonly string[], input = '' } = {}) {
  const child = startChild(process.execPath, [`src/server/app/${script}.ts`, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ISOXA_DIST, PORT: String(await findFreePort()), ...env },
  })
  child.stdin?.end(input)
  const [out, error, code] = await Promise.all([text(child.stdout!), text(child.stderr!), waitForExit(child)])
  return { code, out, error }
}

const signIn = async (origin: string, username: string, password: string): Promise<number> => {
  const body = JSON.stringify({ username, password })
  return (await fetch(`${origin}/api/session`, { method: 'POST', body })).status
}

describe('npm start', () => {
  test('in demo mode tells the address and the accounts, and each of them can sign in', async () => {
    const server = await start({}, makeTempFolder('data'))
    expect(server.log()).toContain(server.origin)
    const rows = server
      .log()
      .split('\n')
      .map(line => /^ {2}(\w+) +(iso9001) +(\w+)/u.exec(line))
      .filter(row => row !== null)
    expect(rows.map(([, username]) => username)).toEqual([
      'tinh',
      'trangdinh',
      'caoloc',
      'danhgia',
      'danhgia2',
      'khanhlong',
      'caominh',
      'baolam',
      'chutich',
      'quantri',
    ])
    for (const [, username = '', password = ''] of rows)
      expect(await signIn(server.origin, username, password)).toBe(200)
    await server.stop()
  })

  test('twice on one data folder: the second says so in a sentence and leaves, the first goes on', async () => {
    const server = await start()
    const second = await run('main', { DATA_DIR: server.dataDir })
    expect(second.code).toBe(1)
    expect(second.error.trim().split('\n')).toHaveLength(1)
    expect(second.error).toMatch(/another ISO Xã server is using the data folder .+; stop it first/u)
    expect((await fetch(`${server.origin}/api/health`)).status).toBe(200)
    await server.stop()
  })

  test('again on its own folder changes nothing, also after a power cut', async () => {
    const server = await start()
    const demo = await (await fetch(`${server.origin}/api/demo`)).text()
    await server.restart()
    expect(await (await fetch(`${server.origin}/api/demo`)).text()).toBe(demo)
    expect(await signIn(server.origin, 'khanhlong', 'iso9001')).toBe(200)
    await server.stop()
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s stops it cleanly and at once, though a tablet keeps its line open',
    async signal => {
      const dataDir = makeDemoFolder()
      const port = await findFreePort()
      const child = startChild(process.execPath, ['src/server/app/main.ts'], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ISOXA_DIST, PORT: String(port), DATA_DIR: dataDir },
      })
      await new Promise(resolve => child.stdout?.once('data', resolve))
      // fetch keeps the connection for the next request.
      await (await fetch(`http://localhost:${port}/api/health`)).text()
      const startedAt = performance.now()
      child.kill(signal)
      expect(await waitForExit(child)).toBe(0)
      expect(performance.now() - startedAt).toBeLessThan(2000)
      expect(readdirSync(dataDir)).not.toContain('iso-xa.db-wal')
    },
  )

  test('on a port that another program has says which, and how to take another', async () => {
    const other = createServer()
    const port = await findFreePort()
    await new Promise<void>(resolve => other.listen(port, resolve))
    const { code, error } = await run('main', { PORT: String(port), DATA_DIR: makeTempFolder('data') })
    expect([code, error.trim()]).toEqual([
      1,
      `Port ${port} is taken by another program. Set PORT to another number.`,
    ])
    await new Promise(resolve => other.close(resolve))
  })

  test('without a build says how to get one', async () => {
    const { code, error } = await run('main', {
      ISOXA_DIST: join(makeTempFolder('dist'), 'nosuch'),
      DATA_DIR: makeTempFolder('data'),
    })
    expect([code, error]).toEqual([1, expect.stringContaining('npm run build')])
  })

  test('with a PostgreSQL that is not there says so, without the password', async () => {
    const { code, error } = await run('main', {
      DATABASE_URL: `postgres://someone:geheim@127.0.0.1:${await findFreePort()}/x`,
      DATA_DIR: makeTempFolder('data'),
    })
    expect([code, error]).toEqual([1, expect.stringContaining('ECONNREFUSED')])
    expect(error).not.toContain('geheim')
  })

  test('with PostgreSQL, two servers serve one province', async () => {
    const DATABASE_URL = await freshPostgres()
    const first = await start({ DATABASE_URL })
    const second = await start({ DATABASE_URL })
    for (const { origin } of [first, second]) {
      expect(await (await fetch(`${origin}/api/health`)).json()).toMatchObject({ database: 'postgres' })
      expect(await signIn(origin, 'khanhlong', 'iso9001')).toBe(200)
    }
    await Promise.all([first.stop(), second.stop()])
  })

  test.each([
    [{ PORT: 'eighty' }, 'PORT must be'],
    [{ ISOXA_MODE: 'prod' }, 'ISOXA_MODE must be'],
    [{ ISOXA_ORIGIN: 'http://iso.example' }, 'ISOXA_ORIGIN must begin with https://'],
  ])('with %o says what to change', async (env, words) => {
    const { code, error } = await run('main', { ...env, DATA_DIR: makeTempFolder('data') })
    expect([code, error]).toEqual([1, expect.stringContaining(words)])
  })
})

describe('real use and the demo', () => {
  test('production has no demo account and no demo data, and says how to begin', async () => {
    const server = await start({ ISOXA_MODE: 'production' })
    expect(await (await fetch(`${server.origin}/api/demo`)).json()).toEqual({
      mode: 'production',
      accounts: [],
    })
    for (const username of ['tinh', 'khanhlong', 'quantri'])
      expect(await signIn(server.origin, username, 'iso9001')).toBe(401)
    expect(server.log()).toContain('npm run admin -- create-admin')
    expect(server.log()).not.toContain('iso9001')
    await server.stop()
  })

  test('production does not start on demo data, whose passwords are public', async () => {
    const DATA_DIR = makeTempFolder('data')
    await (await start({}, DATA_DIR)).stop()
    const { code, error } = await run('main', { DATA_DIR, ISOXA_MODE: 'production' })
    expect([code, error]).toEqual([1, expect.stringContaining('demo data with public passwords')])
  })

  test('the demo does not start on real data, though demo is the default', async () => {
    const DATA_DIR = makeTempFolder('data')
    const made = await run(
      'admin',
      { DATA_DIR, ISOXA_MODE: 'production' },
      {
        args: ['create-admin', '--username', 'admin', '--name', 'Nguyễn Văn A', '--password-stdin'],
        input: 'một mật khẩu dài\n',
      },
    )
    expect(made).toMatchObject({ code: 0, error: '' })
    const demo = await run('main', { DATA_DIR })
    expect([demo.code, demo.error]).toEqual([1, expect.stringContaining('ISOXA_MODE=production')])
    const server = await start({ ISOXA_MODE: 'production' }, DATA_DIR)
    expect(await signIn(server.origin, 'admin', 'một mật khẩu dài')).toBe(200)
    expect(await signIn(server.origin, 'quantri', 'iso9001')).toBe(401)
    expect(server.log()).not.toContain('create-admin')
    await server.stop()
  })
})

describe('npm run admin', () => {
  test('while a server has the data folder says to stop it first', async () => {
    const server = await start()
    const { code, error } = await run('admin', { DATA_DIR: server.dataDir }, { args: ['list-people'] })
    expect([code, error]).toEqual([1, expect.stringContaining('stop it first')])
    await server.stop()
  })

  test('without a terminal asks for the password on standard input', async () => {
    const { code, error } = await run(
      'admin',
      { DATA_DIR: makeTempFolder('data') },
      {
        args: ['create-admin', '--username', 'admin', '--name', 'A'],
      },
    )
    expect([code, error]).toEqual([1, expect.stringContaining('--password-stdin')])
  })

  test('with --help touches no data', async () => {
    const DATA_DIR = join(makeTempFolder('data'), 'nosuch')
    const { code, out } = await run('admin', { DATA_DIR }, { args: ['--help'] })
    expect([code, out]).toEqual([0, expect.stringContaining('create-admin')])
    expect(() => readdirSync(DATA_DIR)).toThrow('ENOENT')
  })
})
