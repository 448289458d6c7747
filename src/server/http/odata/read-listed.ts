import { setImmediate as otherWork } from 'node:timers/promises'
import type { FeedId } from '../../../sync/protocol/op.ts'
import type { Row } from './edm.ts'
import type { EntitySet, World } from './entity-set.ts'
import { readStamps } from './row-memo.ts'

interface Part {
  readonly name: string
  /** When it is made of nothing but this feed, the reference feed and the day, and the same for everybody. */
  readonly feed?: FeedId
  readonly make: () => Promise<readonly Row[]>
}

/** Rows of which there are few, listed part by part; a part is made when its turn comes. */
export const readListed = (
  set: string,
  listParts: (world: World) => Promise<readonly Part[]>,
): EntitySet['read'] =>
  async function* (world, from) {
    const listed = await listParts(world)
    const start = from ? listed.findIndex(({ name }) => name === from.unit) : 0
    if (start < 0) {
      yield 'positionGone'
      return
    }
    const parts = listed.slice(start)
    const stamps = await readStamps(
      world,
      parts.flatMap(({ feed }) => feed ?? []),
    )
    for (const { name, feed, make } of parts) {
      const stamp = feed === undefined ? undefined : stamps.get(feed)
      const known =
        stamp === undefined ? undefined : (world.memo.find(set, stamp) as readonly Row[] | undefined)
      const rows = known ?? (await make())
      if (stamp && !known) world.memo.keep(set, stamp, rows, rows.length)
      const done = from?.unit === name ? rows.findIndex(({ id }) => id === from.row) : -1
      yield rows.slice(done + 1).map(row => ({ row, at: { unit: name, source: 0, after: '', row: row.id } }))
      if (!known) await otherWork()
    }
  }
