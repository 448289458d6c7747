import type { Kysely } from 'kysely'

/** Failed sign-ins by name and address, the same for all server processes. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('tries')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('failures', 'integer', c => c.notNull())
    .addColumn('wait_until', 'bigint', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .execute()
  await schema.createIndex('tries_at').on('tries').column('at').execute()
}
