import { setImmediate as otherWork } from 'node:timers/promises'
import { feedId, type FeedClass } from '../../../domain/people/feed.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import type { Entry } from '../../../sync/protocol/op.ts'
import type { Row } from './edm.ts'
import type { EntitySet, Found, World } from './entity-set.ts'
import { readUnitProperties } from './unit-properties.ts'

export interface ThingSource {
  readonly feedClass: FeedClass
  readonly type: string
  /** Whether this person may carry it away from that commune; that they read the feed is asked besides. */
  readonly mayHave: (world: World, unit: Unit) => boolean
  /** The rows of one thing, in an order that stays. */
  readonly toRows: (
    thing: string,
    entries: readonly Entry[],
    unit: Unit,
    world: World,
  ) => readonly Row[] | Promise<readonly Row[]>
}

/** Few enough that other requests wait some milliseconds only. */
const thingsAtOnce = 10

/** Rows made of things: commune by commune in the order of the tree; a handful of things is in memory. */
export const readThingsOf = (sources: readonly ThingSource[]): EntitySet['read'] =>
  async function* (world, from) {
    const { tree } = world.directory
    const communes = tree.units.filter(({ kind }) => kind === 'commune')
    const start = from ? communes.findIndex(({ id }) => id === from.unit) : 0
    if (start < 0) {
      yield 'positionGone'
      return
    }
    const turns = communes
      .slice(start)
      .filter(unit => world.mayMatch(readUnitProperties(unit, world)))
      .flatMap(unit =>
        sources.map((source, number) => ({ unit, source, number, feed: feedId(unit.id, source.feedClass) })),
      )
      .filter(({ unit, source, feed }) => world.scope.mayRead(feed) && source.mayHave(world, unit))
    // Most communes have no audit, and before the work begins nothing at all.
    const heads = await world.entries.heads([...new Set(turns.map(({ feed }) => feed))])
    for (const { unit, source, number, feed } of turns) {
      if (!heads.get(feed)?.head) continue
      const isFirst = from?.unit === unit.id
      if (isFirst && number < from.source) continue
      const begin = isFirst && number === from.source ? from : undefined
      let after = begin?.after ?? ''
      let skipTo = begin?.row
      for (;;) {
        const page = { type: source.type, after, most: thingsAtOnce }
        const entries = await world.entries.readThings(feed, page)
        const things = [...Map.groupBy(entries, ({ thing }) => thing)]
        if (things.length === 0) break
        const found: Found[] = []
        for (const [thing, fields] of things) {
          const rows = await source.toRows(thing, fields, unit, world)
          // Only in the first thing; when that row has gone, all of its rows come (once more).
          const done = skipTo === undefined ? -1 : rows.findIndex(({ id }) => id === skipTo)
          skipTo = undefined
          for (const row of rows.slice(done + 1))
            found.push({ row, at: { unit: unit.id, source: number, after, row: row.id } })
          after = thing
        }
        yield found
        await otherWork()
      }
    }
  }
