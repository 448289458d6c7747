import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folders = new Set<string>()

/** A new empty folder that is gone when the process is. */
export function makeTempFolder(name = 'test'): string {
  const folder = mkdtempSync(join(tmpdir(), `isoxa-${name}-`))
  folders.add(folder)
  return folder
}

/** A process that was killed may still be writing its last lines, so removal tries again. */
export function removeTempFolder(folder: string): void {
  folders.delete(folder)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

process.on('exit', () => {
  for (const folder of folders) {
    try {
      removeTempFolder(folder)
    } catch {
      // It lies in the system's temporary folder; nothing more to be done at exit.
    }
  }
})
