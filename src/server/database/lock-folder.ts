import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { explainSqlite, sqliteCode } from './explain-sqlite.ts'

const busy = 5

/** Files in a folder that are there because it was locked. */
export const isLockFile = (name: string): boolean => name === 'lock.db' || name === 'lock.db-journal'

const serverIsThere = (folder: string): string =>
  `another ISO Xã server is using the data folder ${folder}; stop it first`

/**
 * Makes the folder this process' own until it ends or `release` is called. The operating system lets go of
 * the lock with the process, however it dies. Throws when another process has the folder, with `refusal`, or when
 * nothing can be written there.
 */
export function lockFolder(folder: string, refusal = serverIsThere(folder)): { release: () => void } {
  const file = join(folder, 'lock.db')
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(file)
    lock.exec('pragma journal_mode = delete; begin exclusive')
  } catch (error) {
    lock?.close()
    if (sqliteCode(error) !== busy) throw explainSqlite(error, file)
    throw new Error(refusal, { cause: error })
  }
  const held = lock
  return { release: () => held.close() }
}
