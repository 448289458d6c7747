import { setImmediate as otherWork } from 'node:timers/promises'
import type { Row } from './edm.ts'
import type { EntitySet, World } from './entity-set.ts'

/** Rows of which there are few, listed part by part; a part is made when its turn comes. */
export const readListed = (
  listParts: (
    world: World,
  ) => Promise<readonly (readonly [name: string, make: () => Promise<readonly Row[]>])[]>,
): EntitySet['read'] =>
  async function* (world, from) {
    const parts = await listParts(world)
    const start = from ? parts.findIndex(([name]) => name === from.unit) : 0
    if (start < 0) yield 'positionGone'
    else
      for (const [name, make] of parts.slice(start)) {
        const rows = await make()
        const done = from?.unit === name ? rows.findIndex(({ id }) => id === from.row) : -1
        yield rows
          .slice(done + 1)
          .map(row => ({ row, at: { unit: name, source: 0, after: '', row: row.id } }))
        await otherWork()
      }
  }
