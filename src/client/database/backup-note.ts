import type { KnownBackup } from '../../sync/replica/backup-state.ts'
import type { PersonTables } from './person-database.ts'

/** Within a transaction on `meta`: what the server last said of its newest backup. */
export async function readBackup({ meta }: Pick<PersonTables, 'meta'>): Promise<KnownBackup | undefined> {
  return (await meta.get('backup'))?.value as KnownBackup | undefined
}
