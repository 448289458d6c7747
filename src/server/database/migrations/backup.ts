import type { Kysely } from 'kysely'

/** Up to which sequence the newest backup has each feed, and since which backup that is so. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('backup_heads')
    .addColumn('feed', 'text', c => c.primaryKey())
    .addColumn('head', 'bigint', c => c.notNull())
    .addColumn('since', 'bigint', c => c.notNull())
    .execute()
}
