import type { Kysely } from 'kysely'

/** Devices that an administrator has revoked, and which devices a session has spoken for. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema.alterTable('devices').addColumn('revoked_at', 'bigint').execute()
  await schema.alterTable('sessions').addColumn('revoked_at', 'bigint').execute()
  await schema
    .createTable('session_devices')
    .addColumn('token_hash', 'text', c => c.notNull())
    .addColumn('device', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('session_devices_pk', ['token_hash', 'device'])
    .execute()
  await schema.createIndex('session_devices_device').on('session_devices').column('device').execute()
}
