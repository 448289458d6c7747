import type { Database } from '../../../src/server/database/open-database.ts'
import type { Tables } from '../../../src/server/database/tables.ts'

const names = [
  'meta',
  'feeds',
  'things',
  'entries',
  'log',
  'held',
  'sessions',
  'devices',
  'files',
  'uploads',
  'file_grants',
  'file_references',
  'backup_heads',
  'seats',
] as const satisfies readonly (keyof Tables)[]

/** Every row of every table: a backup, as far as the simulator needs one. */
export type TableImage = ReadonlyMap<string, readonly object[]>

export function takeImage({ db }: Database): Promise<TableImage> {
  return db.transaction().execute(async transaction => {
    const tables: [string, readonly object[]][] = []
    for (const name of names) tables.push([name, await transaction.selectFrom(name).selectAll().execute()])
    return new Map(tables)
  })
}

export async function putImageBack({ db }: Database, image: TableImage): Promise<void> {
  await db.transaction().execute(async transaction => {
    for (const name of names) {
      await transaction.deleteFrom(name).execute()
      const rows = image.get(name) ?? []
      for (let at = 0; at < rows.length; at += 100)
        await transaction
          .insertInto(name)
          .values(rows.slice(at, at + 100) as never)
          .execute()
    }
  })
}
