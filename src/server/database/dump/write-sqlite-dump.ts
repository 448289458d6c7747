import { backup, DatabaseSync } from 'node:sqlite'
import { leftOutTables } from './kept-tables.ts'

const pagesAtOnce = 2000

/** Copies what a connection sees. It is in a reading transaction, so nobody's writing makes the copy begin again. */
export async function writeSqliteDump(raw: DatabaseSync, target: string): Promise<void> {
  await backup(raw, target, { rate: pagesAtOnce })
  const copy = new DatabaseSync(target)
  try {
    // One file without companions, which can be read where nothing can be written.
    copy.exec('pragma journal_mode = delete')
    for (const table of leftOutTables) copy.exec(`delete from ${table}`)
  } finally {
    copy.close()
  }
}
