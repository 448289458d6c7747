import type { FeedId } from '../../sync/protocol/op.ts'
import type { FeedState, ReplicaTransaction, RowKey } from '../../sync/replica/replica-store.ts'
import type { Row } from '../../sync/replica/row.ts'
import { digestNote, type PersonTables, type RowRecord } from './person-database.ts'

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
  const changedRows = new Map<string, { readonly key: RowKey; readonly row: Row | undefined }>()
  const changedFeeds = new Map<FeedId, FeedState | undefined>()
  let storedFeeds: Map<FeedId, FeedState> | undefined

  const set = (key: RowKey, row: Row | undefined) => void changedRows.set(nameOf(key), { key, row })

  async function writeRows(): Promise<void> {
    const changed = [...changedRows.values()]
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
      removed.length > 0 && meta.bulkDelete(removed.map(digestNote)),
    ])
  }

  return {
    async rows(keys) {
      const unread = keys.filter(key => !changedRows.has(nameOf(key)))
      const stored = await readRows(rows, unread)
      return keys.map(key => {
        const changed = changedRows.get(nameOf(key))
        return changed ? changed.row : stored.get(nameOf(key))
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

const nameOf = ([thing, field]: RowKey): string => `${thing}\n${field}`

async function readRows(
  rows: PersonTables['rows'],
  keys: readonly RowKey[],
): Promise<ReadonlyMap<string, RowRecord>> {
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
  const known = found.flat().filter(row => row !== undefined)
  return new Map(known.map(row => [nameOf([row.thing, row.field]), row]))
}

export function toRowRecord(row: Row): RowRecord {
  if (row.value === null) return { ...row, blank: row.type }
  if (!('blank' in row)) return row
  const { blank: _, ...rest } = row as RowRecord
  return rest
}
