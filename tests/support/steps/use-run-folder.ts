import { chmodSync } from 'node:fs'
import { makeTempFolder } from '../temp-folder.ts'

/** What this process and its children make in the temporary folder from here on is gone when this process is. */
export function useRunFolder(): void {
  const folder = makeTempFolder('run')
  // A database server that does not run as root passes through to its own folder.
  chmodSync(folder, 0o711)
  process.env['TMPDIR'] = folder
}
