import { createEntryStore } from '../../src/server/database/entry-store.ts'
import { filesOfOp } from '../../src/server/database/files-of-op.ts'
import { engineNames, engines } from '../support/databases.ts'
import { createMemoryEntryStore } from '../support/memory-entry-store.ts'
import { entryStoreContract } from './entry-store-contract.ts'

entryStoreContract('memory', () =>
  Promise.resolve({ store: createMemoryEntryStore(), close: () => Promise.resolve() }),
)

for (const engine of engineNames)
  entryStoreContract(engine, async () => {
    const { database, close } = await engines[engine]()
    return { store: createEntryStore(database, { filesOf: filesOfOp }), close }
  })
