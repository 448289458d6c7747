import { setImmediate as otherWork } from 'node:timers/promises'
import { feedId, type FeedClass } from '../../../domain/people/feed.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import type { Entry, FeedId } from '../../../sync/protocol/op.ts'
import type { Row } from './edm.ts'
import type { EntitySet, Found, World } from './entity-set.ts'
import type { Position } from './position.ts'
import { readStamps, type Stamp } from './row-memo.ts'
import { readUnitProperties } from './unit-properties.ts'

export interface ThingSource {
  readonly feedClass: FeedClass
  readonly type: string
  /** Whether this person may carry it away from that commune; that they read the feed is asked besides. */
  readonly mayHave: (world: World, unit: Unit) => boolean
  /**
   * The fields that the rows are made of, all others told nothing: a name, or a beginning that ends in `/`. Things with
   * none of these have no rows. Left out, it is all of them.
   */
  readonly madeOf?: readonly string[]
  /** Of these, those without which the number of rows may be another. */
  readonly countedBy?: readonly string[]
  /** The rows of one thing, in an order that stays: the same for everybody who may have them. */
  readonly toRows: (
    thing: string,
    entries: readonly Entry[],
    unit: Unit,
    world: World,
  ) => readonly Row[] | Promise<readonly Row[]>
}

/** One source of one commune. */
interface Turn {
  readonly name: string
  readonly unit: Unit
  readonly source: ThingSource
  readonly number: number
  readonly feed: FeedId
}

/** Few enough that other requests wait some milliseconds only. */
const thingsAtOnce = 10
const countedAtOnce = 100

/** Rows made of things: commune by commune in the order of the tree; a handful of things is read at a time. */
export function rowsOfThings(
  set: string,
  sources: readonly ThingSource[],
): Required<Pick<EntitySet, 'read' | 'count'>> {
  async function listTurns(units: readonly Unit[], world: World) {
    const turns = units
      .filter(unit => world.mayMatch(readUnitProperties(unit, world)))
      .flatMap(unit =>
        sources.map((source, number): Turn => {
          const feed = feedId(unit.id, source.feedClass)
          return { name: `${set} ${number}`, unit, source, number, feed }
        }),
      )
      .filter(({ unit, source, feed }) => world.scope.mayRead(feed) && source.mayHave(world, unit))
    // Most communes have no audit, and before the work begins nothing at all.
    const stamps = await readStamps(world, [...new Set(turns.map(({ feed }) => feed))])
    return turns.flatMap(turn => {
      const stamp = stamps.get(turn.feed)
      return stamp ? [{ ...turn, stamp }] : []
    })
  }

  return {
    async *read(world, from) {
      const communes = listCommunes(world)
      const start = from ? communes.findIndex(({ id }) => id === from.unit) : 0
      if (start < 0) {
        yield 'positionGone'
        return
      }
      for (const turn of await listTurns(communes.slice(start), world)) {
        const isFirst = from?.unit === turn.unit.id
        if (isFirst && turn.number < from.source) continue
        if (isFirst && turn.number === from.source) yield* readTurn(turn, world, from)
        else yield* readKept(turn, world)
      }
    },
    async count(world, signal) {
      let count = 0
      for (const turn of await listTurns(listCommunes(world), world)) {
        if (signal.aborted) break
        count += await countTurn(turn, world)
      }
      return count
    },
  }
}

const listCommunes = ({ directory }: World): readonly Unit[] =>
  directory.tree.units.filter(({ kind }) => kind === 'commune')

type StampedTurn = Turn & { readonly stamp: Stamp }

const findRows = ({ name, stamp }: StampedTurn, { memo }: World) =>
  memo.find(name, stamp) as readonly Found[] | undefined

/** All of a turn, as it was made before when nothing has changed since. */
async function* readKept(turn: StampedTurn, world: World): AsyncGenerator<readonly Found[]> {
  const known = findRows(turn, world)
  if (known) {
    yield known
    return
  }
  const all: Found[] = []
  for await (const found of readTurn(turn, world)) {
    all.push(...found)
    yield found
  }
  world.memo.keep(turn.name, turn.stamp, all, all.length)
}

async function countTurn(turn: StampedTurn, world: World): Promise<number> {
  const { name, stamp, source } = turn
  const countName = `${name} count`
  const known = (world.memo.find(countName, stamp) as number | undefined) ?? findRows(turn, world)?.length
  if (known !== undefined) return known
  let count = 0
  const found = source.countedBy
    ? readTurn(turn, world, undefined, { fields: source.countedBy, most: countedAtOnce })
    : readKept(turn, world)
  for await (const some of found) count += some.length
  world.memo.keep(countName, stamp, count, 0)
  return count
}

async function* readTurn(
  { unit, source, number, feed }: Turn,
  world: World,
  begin?: Position,
  { fields = source.madeOf, most = thingsAtOnce }: { fields?: readonly string[]; most?: number } = {},
): AsyncGenerator<readonly Found[]> {
  let after = begin?.after ?? ''
  let skipTo = begin?.row
  for (;;) {
    const entries = await world.entries.readThings(feed, { type: source.type, after, most, fields })
    const things = [...Map.groupBy(entries, ({ thing }) => thing)]
    const found: Found[] = []
    for (const [thing, own] of things) {
      const rows = await source.toRows(thing, own, unit, world)
      // Only in the first thing; when that row has gone, all of its rows come (once more).
      const done = skipTo === undefined ? -1 : rows.findIndex(({ id }) => id === skipTo)
      skipTo = undefined
      for (const row of rows.slice(done + 1))
        found.push({ row, at: { unit: unit.id, source: number, after, row: row.id } })
      after = thing
    }
    yield found
    await otherWork()
    // Those were the last ones.
    if (things.length < most) return
  }
}
