import { Dexie, type Table, type TableSchema } from 'dexie'
import { openPersonDatabase, type PersonDatabase } from '../../../src/client/database/person-database.ts'

/** An empty database with the app's own keys and indexes for rows and outbox, and relaxed durability. */
export async function openBareDatabase(): Promise<Pick<PersonDatabase, 'outbox' | 'rows'>> {
  const model = await openPersonDatabase({ person: 'model' })
  if (!model.ok) throw new Error(`no database: ${model.error.type}`)
  const { outbox, rows } = model.value
  const db = new Dexie(`bare-${Date.now()}`, { chromeTransactionDurability: 'relaxed', cache: 'disabled' })
  db.version(1).stores({ outbox: sourceOf(outbox), rows: sourceOf(rows) })
  model.value.close()
  await db.open()
  return { outbox: db.table('outbox'), rows: db.table('rows') }
}

/** `'[thing+field], feed, …'` of a table, as Dexie was told it. */
function sourceOf(table: Pick<Table, 'schema'>): string {
  const { primKey, indexes }: TableSchema = table.schema
  return [primKey, ...indexes].map(one => one.src).join(', ')
}
