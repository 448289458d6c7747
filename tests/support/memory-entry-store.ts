import type {
  EntryStore,
  FeedChange,
  FeedHead,
  HeldFilter,
  HeldMark,
  HeldOp,
  LogRecord,
} from '../../src/sync/authority/entry-store.ts'
import { markOfHeld } from '../../src/server/database/entry-rows.ts'
import { settlementField, settlementThing } from '../../src/sync/protocol/settlement-name.ts'
import { toWireEntry } from '../../src/sync/protocol/wire.ts'
import type { Entry, FeedId, ThingId } from '../../src/sync/protocol/op.ts'

/** The simplest store that keeps the contract; forgets all with the process. */
export function createMemoryEntryStore(): EntryStore & {
  readonly logOf: (feed: FeedId) => readonly LogRecord[]
} {
  const heads = new Map<FeedId, FeedHead>()
  const entries = new Map<string, Entry>()
  const things = new Map<ThingId, FeedId>()
  const log = new Map<string, LogRecord>()
  const held = new Map<string, HeldOp>()
  let lock: Promise<unknown> = Promise.resolve()

  const headOf = (feed: FeedId): FeedHead =>
    heads.get(feed) ?? { feed, epoch: 'epoch-1', head: 0, count: 0, checksum: 0, chain: '' }
  const entriesIn = (feed: FeedId): Entry[] =>
    [...entries.values()].filter(entry => entry.feed === feed).sort((a, b) => a.seq - b.seq)
  const pick = <K, V>(map: ReadonlyMap<K, V>, keys: readonly K[]): Map<K, V> =>
    new Map(keys.flatMap(key => (map.has(key) ? [[key, map.get(key) as V]] : [])))
  const putHeld = (ops: readonly HeldOp[]): void => {
    for (const one of ops) {
      const id = JSON.stringify([one.author, one.op])
      held.set(id, { ...one, at: held.get(id)?.at ?? one.at })
    }
  }

  const heldOf = ({ author, feeds, before }: HeldFilter) =>
    [...held.values()]
      .filter(one => one.author === author || (feeds.includes(one.op.feed) && !isSettled(one)))
      .filter(one => !before || isOlder(markOfHeld(one), before))
      .sort((a, b) => (isOlder(markOfHeld(a), markOfHeld(b)) ? -1 : 1))
  const isOlder = (a: HeldMark, b: HeldMark): boolean => a.at < b.at || (a.at === b.at && a.key > b.key)
  const isSettled = ({ op, author }: HeldOp): boolean =>
    entries.has(`${settlementThing(op.feed)}\n${settlementField({ op: op.id, author })}`)

  function commit(feed: FeedId, change: FeedChange): void {
    const { head } = headOf(feed)
    const isDense = change.log.every(({ answer }, at) => answer.seq === head + at + 1)
    if (!isDense || change.head.head !== head + change.log.length) throw new Error('a gap')
    for (const record of change.log) {
      log.set(record.op.id, record)
      for (const [id, { op, author, reason }] of held)
        if (op.id === record.op.id && author === record.author && reason !== 'opIdReused') held.delete(id)
    }
    for (const entry of change.entries) entries.set(`${entry.thing}\n${entry.field}`, entry)
    for (const thing of change.newThings) things.set(thing, feed)
    heads.set(feed, change.head)
    putHeld(change.held)
  }

  return {
    logOf: feed => [...log.values()].filter(({ op }) => op.feed === feed),
    inFeed(feed, work) {
      const run = async () => {
        let change: FeedChange | undefined
        const result = await work({
          head: headOf(feed),
          findLogged: ids => Promise.resolve(pick(log, ids)),
          findFeedsOf: ids => Promise.resolve(pick(things, ids)),
          entriesOf: ids => Promise.resolve(entriesIn(feed).filter(({ thing }) => ids.includes(thing))),
          commit(wanted) {
            change = wanted
            return Promise.resolve()
          },
        })
        if (change) commit(feed, change)
        return result
      }
      const done = lock.then(run)
      lock = done.catch(() => undefined)
      return done
    },
    findLogged: ids => Promise.resolve(pick(log, ids)),
    hold: ops => Promise.resolve(putHeld(ops)),
    heads: feeds => Promise.resolve(new Map(feeds.map(feed => [feed, headOf(feed)]))),
    readAfter(feed, after, maxBytes) {
      const all = entriesIn(feed).filter(({ seq }) => seq > after)
      const found: Entry[] = []
      let bytes = 0
      for (const entry of all) {
        if (bytes >= maxBytes) break
        bytes += Buffer.byteLength(JSON.stringify(toWireEntry(entry)))
        found.push(entry)
      }
      return Promise.resolve({ head: headOf(feed), entries: found, bytes, more: found.length < all.length })
    },
    readTypes: (feed, types) => Promise.resolve(entriesIn(feed).filter(({ type }) => types.includes(type))),
    readThing: (feed, thing) => Promise.resolve(entriesIn(feed).filter(entry => entry.thing === thing)),
    readThings(feed, { type, after, most, fields }) {
      const isWanted = (name: string): boolean =>
        fields?.some(field => (field.endsWith('/') ? name.startsWith(field) : name === field)) ?? true
      const own = entriesIn(feed).filter(
        entry => entry.type === type && entry.thing > after && isWanted(entry.field),
      )
      const next = [...new Set(own.map(({ thing }) => thing))].sort().slice(0, most)
      return Promise.resolve(next.flatMap(thing => own.filter(entry => entry.thing === thing)))
    },
    countValues(feeds, { type, field }) {
      const found = [...entries.values()].filter(
        entry => feeds.includes(entry.feed) && entry.type === type && entry.field === field,
      )
      const counts = Map.groupBy(found, ({ value }) => JSON.stringify(value))
      return Promise.resolve(
        [...counts].map(([value, { length: count }]) => ({ value: JSON.parse(value), count })),
      )
    },
    listHeld({ most, bytes, ...filter }) {
      let left = bytes
      const newest = heldOf(filter).slice(-most).reverse()
      return Promise.resolve(
        newest.filter(({ op }, at) => (left -= JSON.stringify(op).length) >= 0 || at === 0).reverse(),
      )
    },
    findHeld: ids => Promise.resolve([...held.values()].filter(({ op }) => ids.includes(op.id))),
    countHeld: filter => Promise.resolve(heldOf(filter).length),
    findBackup: () => Promise.resolve(undefined),
    findSequences(device, seqs) {
      const found = new Map<number, Set<string>>()
      for (const { op } of log.values()) {
        if (op.device !== device || !seqs.includes(op.seq)) continue
        found.set(op.seq, (found.get(op.seq) ?? new Set()).add(op.id))
      }
      return Promise.resolve(found)
    },
  }
}
