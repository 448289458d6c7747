import { sql, type Transaction } from 'kysely'
import { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../in-transaction.ts'
import type { Database } from '../open-database.ts'
import type { Tables } from '../tables.ts'
import { columnsOf } from './columns-of.ts'
import { keptTables } from './kept-tables.ts'

const rowsAtOnce = 2000

/**
 * Loads a dump that is migrated as far as the PostgreSQL database, in one transaction. False, and nothing was done, when
 * the database is not empty.
 */
export function loadDump(database: Database, file: string): Promise<boolean> {
  return inTransaction(database, async transaction => {
    for (const table of keptTables) if (!(await isEmpty(transaction, table))) return false
    const raw = new DatabaseSync(file, { readOnly: true })
    try {
      await transaction.deleteFrom('meta').execute()
      for (const table of keptTables) await loadTable(transaction, raw, table)
    } finally {
      raw.close()
    }
    return true
  })
}

/** A database that was only migrated has an epoch, and that is nothing. */
async function isEmpty(
  transaction: Transaction<Tables>,
  table: (typeof keptTables)[number],
): Promise<boolean> {
  if (table === 'meta') return true
  return (
    (await transaction
      .selectFrom(table)
      .select(sql`1`.as('one'))
      .limit(1)
      .executeTakeFirst()) === undefined
  )
}

async function loadTable(transaction: Transaction<Tables>, raw: DatabaseSync, table: string): Promise<void> {
  const names = columnsOf(raw, table).join(', ')
  let rows: unknown[] = []
  const load = async (): Promise<void> => {
    await sql`insert into ${sql.raw(`${table} (${names}) select ${names} from json_populate_recordset(null::${table}, `)}
      ${JSON.stringify(rows)}::json)`.execute(transaction)
    rows = []
  }
  for (const row of raw.prepare(`select ${names} from ${table}`).iterate())
    if (rows.push(row) === rowsAtOnce) await load()
  if (rows.length > 0) await load()
}
