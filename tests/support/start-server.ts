import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { killChild, startChild, waitForExit } from './children.ts'
import { makeDemoFolder } from './demo-folder.ts'
import { findFreePort } from './free-port.ts'
import { makeTempFolder } from './temp-folder.ts'
import { waitUntil } from './wait-until.ts'

/** The real server in a process of its own. Every function may be called again after it was killed. */
export interface RunningServer {
  readonly port: number
  readonly origin: string
  readonly dataDir: string
  /** Of its process; another one after each start. */
  readonly pid: () => number | undefined
  /** Everything it has written, over all its lives. */
  readonly log: () => string
  /** SIGKILL: no goodbye, as in a power cut. */
  readonly kill: () => Promise<void>
  /** SIGTERM, as Ctrl-C does: gives the exit code. */
  readonly stop: () => Promise<number>
  /** Up again on the same port and data. */
  readonly start: (env?: Env) => Promise<void>
  readonly restart: (env?: Env) => Promise<void>
}

type Env = Readonly<Record<string, string>>

export interface ServerOptions {
  readonly dataDir?: string
  readonly port?: number
  /** `ISOXA_MODE`, `ISOXA_DIST`, `DATABASE_URL` … */
  readonly env?: Env
}

/** Up and healthy when it resolves; rejects with its log when it does not come up in 30 s. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const port = options.port ?? (await findFreePort())
  const isDemo = !options.env?.['DATABASE_URL'] && !options.env?.['ISOXA_MODE']
  const dataDir = options.dataDir ?? (isDemo ? makeDemoFolder() : makeTempFolder('data'))
  const origin = `http://localhost:${port}`
  const logFile = join(makeTempFolder('server'), 'log')
  const log = () => readFileSync(logFile, 'utf8')
  let child: ReturnType<typeof startChild> | undefined

  const end = async (signal: NodeJS.Signals) => {
    if (!child) return 0
    const ending = child
    child = undefined
    const code = waitForExit(ending)
    killChild(ending, signal)
    return await code
  }

  const start = async (env: Env = {}) => {
    if (child) throw new Error('the server is running already')
    // A file, not a pipe: a server that was left over must not hold the output of the tests open.
    const output = openSync(logFile, 'a')
    const started = startChild(process.execPath, ['src/server/app/main.ts'], {
      // Of this process's group: whoever ends the tests as a group ends the server too.
      detached: false,
      stdio: ['ignore', output, output],
      env: { ISOXA_MODE: 'demo', ...options.env, ...env, PORT: String(port), DATA_DIR: dataDir },
    })
    closeSync(output)
    child = started
    const isGone = () => started.exitCode !== null || started.signalCode !== null
    await waitUntil('the server', async () => isGone() || (await isHealthy(origin))).catch(
      (error: unknown) => {
        killChild(started)
        throw new Error(`the server did not start\n${log()}`, { cause: error })
      },
    )
    if (!isGone()) return
    child = undefined
    throw new Error(`the server ended with ${started.exitCode ?? started.signalCode}\n${log()}`)
  }

  await start()
  return {
    port,
    origin,
    dataDir,
    pid: () => child?.pid,
    log,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    start,
    restart: async env => {
      await end('SIGKILL')
      await start(env)
    },
  }
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(2_000) })
    const health = (await answer.json()) as { ok?: unknown }
    return answer.ok && health.ok === true
  } catch {
    return false
  }
}
