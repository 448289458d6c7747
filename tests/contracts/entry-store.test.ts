import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEntryStore } from '../../src/server/database/entry-store.ts'
import { filesOfOp } from '../../src/server/database/files-of-op.ts'
import { openDatabase } from '../../src/server/database/open-database.ts'
import { freshPostgres } from '../support/fresh-postgres.ts'
import { createMemoryEntryStore } from '../support/memory-entry-store.ts'
import { entryStoreContract } from './entry-store-contract.ts'

entryStoreContract('memory', () =>
  Promise.resolve({ store: createMemoryEntryStore(), close: () => Promise.resolve() }),
)

entryStoreContract('sqlite', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'iso-xa-'))
  const database = await openDatabase({ dataFolder })
  return {
    store: createEntryStore(database, { filesOf: filesOfOp }),
    async close() {
      await database.close()
      rmSync(dataFolder, { recursive: true })
    },
  }
})

entryStoreContract('postgres', async () => {
  const database = await openDatabase({ databaseUrl: await freshPostgres(), dataFolder: '' })
  return { store: createEntryStore(database, { filesOf: filesOfOp }), close: database.close }
})
