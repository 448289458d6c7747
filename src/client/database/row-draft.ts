import type { FeedId } from '../../sync/protocol/op.ts'
import type { FeedState, ReplicaTransaction, RowKey } from '../../sync/replica/replica-store.ts'
import { createRowMap, type RowMap } from '../../sync/replica/row-map.ts'
import type { Row } from '../../sync/replica/row.ts'
import { digestKinds, digestNote, type PersonTables, type RowRecord } from './person-database.ts'

/** From so many fields of one thing on, reading the range they lie in costs less than reading each. */
const rangeFrom = 16

export interface RowDraft extends Pick<
  ReplicaTransaction,
  'rows' | 'rowsOf' | 'putRows' | 'removeRows' | 'feedState' | 'putFeedState'
> {
  /** Writes what has changed; to be called once, at the end of the transaction's work. */
  readonly write: () => Promise<void>
}

/**
 * Rows and feed states as a transaction is going to leave them. A pull brings pages of two hundred feeds at once:
 * read and written page by page they cost more in calls than in work, so all is written together at the end.
 */
export function createRowDraft({
  rows,
  feeds,
  meta,
}: Pick<PersonTables, 'rows' | 'feeds' | 'meta'>): RowDraft {
  const changedRows = createRowMap<{ readonly key: RowKey; readonly row: Row | undefined }>()
  const changedFeeds = new Map<FeedId, FeedState | undefined>()
  let storedFeeds: Map<FeedId, FeedState> | undefined

  const set = (key: RowKey, row: Row | undefined) => changedRows.set(key, { key, row })

  async function writeRows(): Promise<void> {
    const changed = changedRows.values()
    changedRows.clear()
    const put = changed.flatMap(({ row }) => (row ? [toRowRecord(row)] : []))
    const removed = changed.flatMap(({ key, row }) => (row ? [] : [key as [string, string]]))
    await Promise.all([put.length > 0 && rows.bulkPut(put), removed.length > 0 && rows.bulkDelete(removed)])
  }

  async function writeFeeds(): Promise<void> {
    const put = [...changedFeeds].flatMap(([feed, state]) => (state ? [{ ...state, feed }] : []))
    const removed = [...changedFeeds].flatMap(([feed, state]) => (state ? [] : [feed]))
    changedFeeds.clear()
    await Promise.all([
      put.length > 0 && feeds.bulkPut(put),
      removed.length > 0 && feeds.bulkDelete(removed),
      // Nobody keeps what was made of a feed that they may no longer read (SY9).
      removed.length > 0 &&
        meta.bulkDelete(removed.flatMap(feed => digestKinds.map(kind => digestNote(feed, kind)))),
    ])
  }

  return {
    async rows(keys) {
      const changed = keys.map(changedRows.get)
      const stored = await readRows(
        rows,
        keys.filter((_, at) => !changed[at]),
      )
      return keys.map((key, at) => {
        const own = changed[at]
        return own ? own.row : stored.get(key)
      })
    },
    async rowsOf(feed) {
      await writeRows()
      return rows.where('feed').equals(feed).toArray()
    },
    putRows(changed) {
      for (const row of changed) set([row.thing, row.field], row)
      return Promise.resolve()
    },
    removeRows(keys) {
      for (const key of keys) set(key, undefined)
      return Promise.resolve()
    },
    async feedState(feed) {
      if (changedFeeds.has(feed)) return changedFeeds.get(feed)
      storedFeeds ??= new Map((await feeds.toArray()).map(({ feed: name, ...state }) => [name, state]))
      return storedFeeds.get(feed)
    },
    putFeedState(feed, state) {
      changedFeeds.set(feed, state)
      return Promise.resolve()
    },
    async write() {
      await Promise.all([writeRows(), writeFeeds()])
    },
  }
}

async function readRows(
  rows: PersonTables['rows'],
  keys: readonly RowKey[],
): Promise<Pick<RowMap<RowRecord>, 'get'>> {
  const single: [string, string][] = []
  const ranges: Promise<RowRecord[]>[] = []
  for (const [thing, ofThing] of Map.groupBy(keys, ([name]) => name)) {
    if (ofThing.length < rangeFrom) {
      single.push(...ofThing.map(([, field]): [string, string] => [thing, field]))
      continue
    }
    const fields = ofThing.map(([, field]) => field).sort()
    const [first = '', last = ''] = [fields[0], fields.at(-1)]
    ranges.push(rows.where('[thing+field]').between([thing, first], [thing, last], true, true).toArray())
  }
  const found = await Promise.all([single.length > 0 ? rows.bulkGet(single) : [], ...ranges])
  const known = createRowMap<RowRecord>()
  for (const ofRange of found) for (const row of ofRange) if (row) known.set([row.thing, row.field], row)
  return known
}

export function toRowRecord(row: Row): RowRecord {
  if (row.value === null) return { ...row, blank: row.type }
  if (!('blank' in row)) return row
  const { blank: _, ...rest } = row as RowRecord
  return rest
}
