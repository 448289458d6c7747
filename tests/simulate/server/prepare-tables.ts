import { createEntryStore } from '../../../src/server/database/entry-store.ts'
import type { Database } from '../../../src/server/database/open-database.ts'
import { createSeatStore } from '../../../src/server/database/seat-store.ts'
import { createAuthority } from '../../../src/sync/authority/authority.ts'
import { people, referenceFeed, units } from '../commune.ts'
import { createStaff, staffChanges } from '../history/staff.ts'
import { noon } from '../history/world.ts'
import { dayOf } from './server.ts'
import { takeImage, type TableImage } from './table-image.ts'

/** Writes units, people and their roles, as every history begins with them. */
export async function prepareTables(database: Database): Promise<TableImage> {
  let ids = 0
  const authority = createAuthority({
    store: createEntryStore(database, { filesOf: () => [] }),
    seats: createSeatStore(database),
    findForm: () => undefined,
    findKey: () => undefined,
    refreshForms: async () => undefined,
    clock: { nowMs: () => noon },
    dayOf,
    newId: () => `first${++ids}`,
  })
  await authority.write(referenceFeed, [
    ...units.map(({ id, ...unit }) => ({ type: 'unit', thing: id, field: 'unit', value: unit })),
    ...Object.keys(people).flatMap(person => staffChanges(createStaff(), person)),
  ])
  return takeImage(database)
}
