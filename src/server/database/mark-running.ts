import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How the server before this one has left a data folder. */
export interface Leaving {
  /**
   * It was cut, and its write-ahead log, which lies there after every cut, is gone: what it had taken last is lost
   * here, though tablets have an answer.
   */
  readonly isLogMissing: boolean
  /** To be called when the database is open. */
  readonly begin: () => void
  /** To be called when it was closed as it should be. */
  readonly end: () => void
}

/**
 * A file that lies beside the database from its opening to its closing. Throws when a server was cut here and its
 * database is gone: an empty one in its place would be taken for the whole truth.
 */
export function markRunning(folder: string, database: string): Leaving {
  const mark = join(folder, 'running')
  const wasCut = existsSync(mark)
  if (wasCut && !existsSync(database))
    throw new Error(
      `the database ${database} is missing though a server has used this folder: bring it back or restore the newest backup; to begin with an empty one, remove ${mark}`,
    )
  return {
    isLogMissing: wasCut && !existsSync(`${database}-wal`),
    begin: () => writeFileSync(mark, 'A server is using this folder, or was cut while it did.\n'),
    end: () => rmSync(mark, { force: true }),
  }
}
