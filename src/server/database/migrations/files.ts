import type { Kysely } from 'kysely'

/** What is known of files; their bytes lie elsewhere, by SHA-256. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('files')
    .addColumn('sha256', 'text', c => c.primaryKey())
    .addColumn('size', 'bigint', c => c.notNull())
    .addColumn('type', 'text', c => c.notNull())
    .addColumn('stored_at', 'bigint', c => c.notNull())
    .execute()
  await schema
    .createTable('uploads')
    .addColumn('sha256', 'text', c => c.notNull())
    .addColumn('person', 'text', c => c.notNull())
    .addColumn('size', 'bigint', c => c.notNull())
    .addColumn('type', 'text', c => c.notNull())
    .addColumn('received', 'bigint', c => c.notNull())
    .addColumn('touched_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('uploads_pk', ['sha256', 'person'])
    .execute()
  await schema
    .createTable('file_grants')
    .addColumn('sha256', 'text', c => c.notNull())
    .addColumn('person', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('file_grants_pk', ['sha256', 'person'])
    .execute()
  await schema
    .createTable('file_references')
    .addColumn('sha256', 'text', c => c.notNull())
    .addColumn('feed', 'text', c => c.notNull())
    .addColumn('person', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('file_references_pk', ['sha256', 'feed', 'person'])
    .execute()
}
