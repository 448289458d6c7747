import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const admin = fileURLToPath(new URL('./admin.ts', import.meta.url))
const restMs = 60_000

/**
 * Makes backups in a process of its own, so that no request waits for one, and begins it again should it end. It ends with
 * the server, however that dies: the channel between them closes.
 */
export function keepBackingUp(
  { folder, everySeconds }: { readonly folder: string; readonly everySeconds: number },
  log: (line: Readonly<Record<string, string | number>>) => void,
): { readonly stop: () => void } {
  let child: ChildProcess | undefined
  let again: NodeJS.Timeout | undefined

  function start(): void {
    const started = spawn(process.execPath, [admin, 'backup', folder, '--every', String(everySeconds)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    child = started
    for (const output of [started.stdout, started.stderr])
      if (output) createInterface(output).on('line', line => log({ backup: line }))
    started.on('error', error => log({ error: `backup: ${error.message}` }))
    started.on('close', code => {
      log({ error: `backup ended with ${code ?? 'a signal'}, and begins again in ${restMs / 1000} s` })
      again = setTimeout(start, restMs)
      again.unref()
    })
  }
  start()
  return {
    stop() {
      clearTimeout(again)
      child?.removeAllListeners('close')
      // It finishes the backup it is at, if the operating system lets it.
      if (child?.connected) child.disconnect()
      child?.unref()
    },
  }
}
