import type { Kysely } from 'kysely'

/** Keys that devices sign with, and which files somebody may upload for somebody else (SY16). */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('device_keys')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('person', 'text', c => c.notNull())
    .addColumn('device', 'text', c => c.notNull())
    .addColumn('public_key', 'text', c => c.notNull())
    .addColumn('registered_at', 'bigint', c => c.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute()
  await schema.createIndex('device_keys_person').on('device_keys').column('person').execute()
  await schema
    .createTable('carried_files')
    .addColumn('sha256', 'text', c => c.notNull())
    .addColumn('author', 'text', c => c.notNull())
    .addColumn('courier', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('carried_files_pk', ['sha256', 'author', 'courier'])
    .execute()
}
