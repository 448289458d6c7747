import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))
const bin = fileURLToPath(new URL('../../node_modules/.bin', import.meta.url))
const running = new Set<ChildProcess>()

const leaders = new WeakSet<ChildProcess>()

/** Starts a process that does not outlive this one, nor, unless `detached` is false, do its own children. */
export function startChild(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const env = { ...process.env, ...options.env }
  const child = spawn(command, args, {
    cwd: projectRoot,
    detached: process.platform !== 'win32',
    ...options,
    // `node` inside a script of npm's is the Node 24 of node_modules, whatever the system has.
    env: { ...env, PATH: `${bin}${delimiter}${env['PATH'] ?? ''}` },
  })
  if (options.detached !== false && process.platform !== 'win32') leaders.add(child)
  running.add(child)
  return child
}

/** Ends a child with what it started; its group outlives it when it left something behind. */
export function killChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (child.pid === undefined) return
  try {
    if (leaders.has(child)) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // Already gone.
  }
}

/** The exit code once the child is gone; -1 when it could not start or died of a signal. */
export function waitForExit(child: ChildProcess): Promise<number> {
  return new Promise(resolve => {
    const end = (code: number) => {
      killChild(child)
      running.delete(child)
      resolve(code)
    }
    if (child.exitCode !== null || child.signalCode !== null) return end(child.exitCode ?? -1)
    child.once('error', () => end(-1))
    child.once('exit', code => end(code ?? -1))
  })
}

process.on('exit', () => {
  for (const child of running) killChild(child)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1))
}
