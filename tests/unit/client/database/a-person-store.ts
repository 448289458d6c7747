import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { openPersonDatabase } from '../../../../src/client/database/person-database.ts'
import { createPersonStore } from '../../../../src/client/database/person-store.ts'
import type { Change } from '../../../../src/sync/replica/replica-store.ts'
import { fakeClock } from '../../../support/fake-clock.ts'
import { seededRandom } from '../../../support/seeded-random.ts'

export const aDisk = () => ({ indexedDB: new IDBFactory(), IDBKeyRange })

/** A person's database on a disk of its own, or on one given. */
export async function aPersonStore(options = aDisk(), onGone?: () => void) {
  const opened = await openPersonDatabase({ person: 'lan', options, ...(onGone ? { onGone } : {}) })
  if (!opened.ok) throw new Error(`the database does not open: ${opened.error.type}`)
  const clock = fakeClock()
  const chance = seededRandom(1)
  const random = (count: number) => Uint8Array.from({ length: count }, () => chance.below(256))
  const store = createPersonStore(opened.value, { clock: clock.now, random, person: 'lan' })
  return { db: opened.value, store, clock, options }
}

export const aChange = (field: string, value: Change['value']): Change => ({
  feed: 'c1@a/unit',
  type: 'response',
  thing: 't1',
  field,
  value,
})

export const aFile = (name: string, size: number, isThumb = false) => ({
  sha256: name.padEnd(64, '0'),
  type: 'image/jpeg',
  bytes: Uint8Array.from({ length: size }, (_, at) => at % 251).buffer,
  isThumb,
})

/** One op, held, its row gone. */
export async function aPersonStoreWithHeldOp() {
  const opened = await aPersonStore()
  const { store } = opened
  await store.save([aChange('answers/q1', 'mine')])
  const { ops } = await store.takeOutgoing(10_000)
  const [op] = ops
  if (!op) throw new Error('one op was saved')
  await store.update(async transaction => {
    await transaction.hold([{ op, reason: 'locked', at: 5 }])
    await transaction.removeRows([[op.thing, op.field]])
  })
  return { ...opened, op }
}
