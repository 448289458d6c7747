import { sql, type Kysely } from 'kysely'
import { isPostgres } from '../is-postgres.ts'

/** Every server until now was this one's (`content/units/langson-2017.json`). */
const langSon = '20@2017-10-15'

/**
 * On PostgreSQL the log and the entries become tables with one partition for each province. What was there becomes
 * the partition of the one province there was, where it lies: no row is written anew, only indexes are.
 *
 * Keys of a partitioned table name its province. So an op id is unique in a province; a feed's lock keeps it so in a
 * feed, and the column's default keeps rows right that are put in without one.
 */
export async function up(db: Kysely<never>): Promise<void> {
  if (!isPostgres(db)) return
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run(`alter table feeds add column province text not null default '${langSon}'`)
  for (const { table, key, indexes } of [
    {
      table: 'entries',
      key: 'feed, thing, field',
      indexes: ['create index entries_seq on entries (feed, seq, size)'],
    },
    {
      table: 'log',
      key: 'feed, seq',
      indexes: [
        'create unique index log_op on log (op, province)',
        'create index log_device on log (device, device_seq)',
      ],
    },
  ]) {
    const partition = `${table}_20_2017_10_15`
    await run(`alter table ${table} rename to ${partition}`)
    await run(`alter table ${partition} drop constraint ${table}_pk`)
    for (const statement of indexes) await run(`drop index ${/index (\w+)/u.exec(statement)?.[1]}`)
    await run(`alter table ${partition} add column province text not null default '${langSon}'`)
    await run(`create table ${table} (like ${partition} including defaults) partition by list (province)`)
    await run(`alter table ${table} add constraint ${table}_pk primary key (province, ${key})`)
    for (const statement of indexes) await run(statement)
    await run(`alter table ${table} attach partition ${partition} for values in ('${langSon}')`)
  }
}
