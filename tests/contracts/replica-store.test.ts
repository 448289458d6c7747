import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { openPersonDatabase } from '../../src/client/database/person-database.ts'
import { createPersonStore } from '../../src/client/database/person-store.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { replicaStoreContract } from './replica-store-contract.ts'
import { createMemoryReplicaStore } from './replica-store-memory.ts'

function given() {
  const chance = seededRandom(1)
  return {
    clock: () => 1_500_000_000_000,
    random: (count: number) => Uint8Array.from({ length: count }, () => chance.below(256)),
    person: 'lan',
  }
}

replicaStoreContract('memory', () =>
  Promise.resolve({ store: createMemoryReplicaStore(given()), close: () => undefined }),
)

replicaStoreContract('IndexedDB', async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange }
  const opened = await openPersonDatabase({ person: 'lan', options })
  if (!opened.ok) throw new Error('the database does not open')
  const db = opened.value
  const store = createPersonStore(db, given())
  return {
    store: {
      ...store,
      listRows: () => db.rows.toArray(),
      listOutbox: async () => (await db.outbox.toArray()).map(item => item.op),
      listHeld: () => db.held.toArray(),
    },
    close: store.close,
  }
})
