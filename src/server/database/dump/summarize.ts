import { sql, type Kysely } from 'kysely'
import { listMigrations } from '../migrate.ts'
import type { Tables } from '../tables.ts'
import { keptTables } from './kept-tables.ts'

/** What tells two states of the database apart, for a manifest. */
export interface Summary {
  readonly epoch: string
  readonly migrations: readonly string[]
  /** Rows by table. */
  readonly tables: Readonly<Record<string, number>>
  /** Head and last link of the hash chain by feed. */
  readonly feeds: Readonly<Record<string, readonly [head: number, chain: string]>>
  /** SHA-256 and size. */
  readonly files: readonly (readonly [sha256: string, size: number])[]
}

export async function summarize(db: Kysely<Tables>): Promise<Summary> {
  const epoch = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'epoch')
    .executeTakeFirstOrThrow()
  const tables: Record<string, number> = {}
  for (const table of keptTables) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)
    tables[table] = rows[0]?.n ?? 0
  }
  const feeds = await db.selectFrom('feeds').select(['id', 'head', 'chain']).orderBy('id').execute()
  const files = await db.selectFrom('files').select(['sha256', 'size']).orderBy('sha256').execute()
  return {
    epoch: epoch.value,
    migrations: await listMigrations(db),
    tables,
    feeds: Object.fromEntries(feeds.map(({ id, head, chain }) => [id, [head, chain] as const])),
    files: files.map(({ sha256, size }) => [sha256, size] as const),
  }
}
