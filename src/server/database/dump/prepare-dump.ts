import { Kysely, SqliteDialect } from 'kysely'
import { startNewEpoch } from '../epoch.ts'
import { inChunks } from '../in-chunks.ts'
import { migrate } from '../migrate.ts'
import { openSqliteFile } from '../sqlite-file.ts'
import type { Tables } from '../tables.ts'

/**
 * Makes a copy of a dump ready to be served: migrated as far as this program, in a new epoch (SY11), without the
 * files that the backup has no sound bytes of, so that the tablets that have them bring them again.
 */
export async function prepareDump(file: string, lostFiles: readonly string[]): Promise<void> {
  const dialect = new SqliteDialect({ database: openSqliteFile(file) })
  const db = new Kysely<Tables>({ dialect })
  try {
    await migrate(db)
    await startNewEpoch({ db })
    for (const chunk of inChunks(lostFiles, 1000)) {
      await db.deleteFrom('files').where('sha256', 'in', chunk).execute()
      await db.deleteFrom('file_grants').where('sha256', 'in', chunk).execute()
    }
  } finally {
    await db.destroy()
  }
}
