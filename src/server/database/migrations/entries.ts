import type { Kysely } from 'kysely'

/** Feeds, their log and the entries folded from it, held ops. */
export async function up(db: Kysely<never>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('meta')
    .addColumn('key', 'text', c => c.primaryKey())
    .addColumn('value', 'text', c => c.notNull())
    .execute()
  await schema
    .createTable('feeds')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('head', 'bigint', c => c.notNull())
    .addColumn('count', 'bigint', c => c.notNull())
    .addColumn('checksum', 'bigint', c => c.notNull())
    .addColumn('chain', 'text', c => c.notNull())
    .execute()
  await schema
    .createTable('things')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('feed', 'text', c => c.notNull())
    .execute()
  await schema
    .createTable('entries')
    .addColumn('feed', 'text', c => c.notNull())
    .addColumn('thing', 'text', c => c.notNull())
    .addColumn('field', 'text', c => c.notNull())
    .addColumn('type', 'text', c => c.notNull())
    .addColumn('value', 'text', c => c.notNull())
    .addColumn('seq', 'bigint', c => c.notNull())
    .addColumn('hlc', 'bigint', c => c.notNull())
    .addColumn('op', 'text', c => c.notNull())
    .addColumn('author', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('size', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('entries_pk', ['feed', 'thing', 'field'])
    .execute()
  // With the size, so that a page is weighed without touching values.
  await schema.createIndex('entries_seq').on('entries').columns(['feed', 'seq', 'size']).execute()
  await schema
    .createTable('log')
    .addColumn('feed', 'text', c => c.notNull())
    .addColumn('seq', 'bigint', c => c.notNull())
    .addColumn('op', 'text', c => c.notNull())
    .addColumn('device', 'text', c => c.notNull())
    .addColumn('device_seq', 'bigint', c => c.notNull())
    .addColumn('record', 'text', c => c.notNull())
    .addColumn('chain', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('log_pk', ['feed', 'seq'])
    .execute()
  await schema.createIndex('log_op').on('log').column('op').unique().execute()
  // Not unique: a cloned tablet's work is taken all the same (SY2).
  await schema.createIndex('log_device').on('log').columns(['device', 'device_seq']).execute()
  await schema
    .createTable('held')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('op_id', 'text', c => c.notNull())
    .addColumn('feed', 'text', c => c.notNull())
    .addColumn('author', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('op', 'text', c => c.notNull())
    .execute()
  await schema.createIndex('held_op').on('held').column('op_id').execute()
  await schema.createIndex('held_author').on('held').column('author').execute()
  await schema.createIndex('held_feed').on('held').column('feed').execute()
}
