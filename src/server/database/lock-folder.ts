import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Makes the folder this process' own until it ends or `release` is called. The operating system lets go of
 * the lock with the process, however it dies. Throws when another process has the folder.
 */
export function lockFolder(folder: string): { release: () => void } {
  const lock = new DatabaseSync(join(folder, 'lock.db'))
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive')
  } catch (error) {
    lock.close()
    throw new Error(`another ISO Xã server is using the data folder ${folder}; stop it first`, {
      cause: error,
    })
  }
  return { release: () => lock.close() }
}
