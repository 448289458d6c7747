import type { Kysely } from 'kysely'

/** Credentials, sessions and devices. Names and roles are entries of the reference feed, not here. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('accounts')
    .addColumn('person', 'text', c => c.primaryKey())
    .addColumn('username', 'text', c => c.notNull())
    .addColumn('username_key', 'text', c => c.notNull().unique())
    .addColumn('password_hash', 'text', c => c.notNull())
    .addColumn('failures', 'integer', c => c.notNull())
    .addColumn('locked_until', 'bigint', c => c.notNull())
    .execute()
  await schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', c => c.primaryKey())
    .addColumn('person', 'text', c => c.notNull())
    .addColumn('device', 'text', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('seen_at', 'bigint', c => c.notNull())
    .addColumn('expires_at', 'bigint', c => c.notNull())
    .execute()
  await schema.createIndex('sessions_person').on('sessions').column('person').execute()
  await schema
    .createTable('devices')
    .addColumn('device', 'text', c => c.notNull())
    .addColumn('person', 'text', c => c.notNull())
    .addColumn('first_seen_at', 'bigint', c => c.notNull())
    .addColumn('last_contact_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('devices_pk', ['device', 'person'])
    .execute()
  await schema.createIndex('devices_person').on('devices').column('person').execute()
}
