import type { Kysely } from 'kysely'

/** The number of each person at each tablet; the next one is in `meta`. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('seats')
    .addColumn('number', 'integer', c => c.primaryKey())
    .addColumn('person', 'text', c => c.notNull())
    .addColumn('device', 'text', c => c.notNull())
    .addUniqueConstraint('seats_of', ['person', 'device'])
    .execute()
}
