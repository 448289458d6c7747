import type { EdmValue, Row } from './edm.ts'
import type { EntitySet, Found, World } from './entity-set.ts'
import { evaluateFilter } from './filter/evaluate-filter.ts'
import { createRowOrder } from './order-rows.ts'
import type { Query } from './parse-query.ts'
import type { SkipToken } from './skip-token.ts'

export interface Page {
  readonly rows: readonly Row[]
  readonly count: number | undefined
  /** Where the next page begins; undefined after the last. */
  readonly next: SkipToken | undefined
}

interface Given {
  readonly set: EntitySet
  readonly query: Query
  readonly from: SkipToken | undefined
  readonly world: Omit<World, 'mayMatch'>
  readonly mostRows: number
  readonly signal: AbortSignal
}

/** A page ends after so many characters of JSON as well. */
const mostCharacters = 4_000_000

/**
 * One page of a set. Only the page is in memory: without `$orderby` it goes on where the last one ended; with it, all
 * rows are looked at for each page and the next ones kept. `undefined`: the place to go on from is gone.
 */
export async function readPage(given: Given): Promise<Page | undefined> {
  const { set, query, from, signal } = given
  const { filter, orderBy } = query
  const { dayOf } = given.world
  const order = orderBy.length > 0 ? createRowOrder(orderBy) : undefined
  const isMatch = (row: Readonly<Record<string, EdmValue>>): boolean | undefined => {
    const said = filter && evaluateFilter(filter, { dayOf, read: name => row[name] })
    return filter === undefined ? true : said === undefined ? undefined : said === true
  }
  const world: World = { ...given.world, mayMatch: known => isMatch(known) !== false }
  const left = from?.left ?? query.top ?? Infinity
  const most = Math.min(left, given.mostRows)
  const isCounting = query.isCounted && from?.count === undefined
  let toSkip = from ? 0 : query.skip
  let count = 0
  let characters = 0
  let isMore = false
  let kept: Found[] = []
  // With an order those to be skipped are kept with the others, since nobody knows yet which they are.
  const room = order ? toSkip + most : most

  function take(found: Found): void {
    count += 1
    if (order) {
      if (from?.key && !order.isAfter(found.row, from.key)) return
      kept.push(found)
      if (kept.length <= 2 * room + 1_000) return
      kept = kept.sort((a, b) => order.compare(a.row, b.row)).slice(0, room + 1)
      return
    }
    if (toSkip > 0) toSkip -= 1
    else if (isMore) return
    else if (kept.length >= room || characters > mostCharacters) isMore = true
    else {
      kept.push(found)
      characters += JSON.stringify(found.row).length
    }
  }

  // Without a filter the set may know how many there are, and nothing after the page is read.
  const known = isCounting && filter === undefined ? await set.count?.(world, signal) : undefined
  const isReading = known === undefined || most > 0
  for await (const batch of isReading ? set.read(world, from?.at) : []) {
    if (batch === 'positionGone') return undefined
    if (signal.aborted) break
    for (const found of batch) if (isMatch(found.row)) take(found)
    if (isMore && (!isCounting || known !== undefined)) break
  }
  if (order) {
    kept = kept.sort((a, b) => order.compare(a.row, b.row)).slice(toSkip)
    const fit = countFitting(kept, most)
    isMore = kept.length > fit
    kept = kept.slice(0, fit)
  }
  const last = kept.at(-1)
  const total = query.isCounted ? (from?.count ?? known ?? count) : undefined
  return {
    rows: kept.map(({ row }) => row),
    count: total,
    next:
      last && isMore && kept.length < left
        ? {
            ...(order ? { key: order.keyOf(last.row) } : { at: last.at }),
            ...(left === Infinity ? {} : { left: left - kept.length }),
            ...(total === undefined ? {} : { count: total }),
          }
        : undefined,
  }
}

function countFitting(found: readonly Found[], most: number): number {
  let characters = 0
  let fit = 0
  while (fit < Math.min(most, found.length) && characters <= mostCharacters)
    characters += JSON.stringify(found[fit++]?.row).length
  return fit
}
