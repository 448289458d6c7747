import type { Kysely } from 'kysely'

/** Whether the password was made by somebody else, to be used once and replaced. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('accounts')
    .addColumn('is_one_time', 'integer', c => c.notNull().defaultTo(0))
    .execute()
}
