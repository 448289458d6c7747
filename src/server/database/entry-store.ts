import type { EntryStore, FeedHead, FeedTransaction, LogRecord } from '../../sync/authority/entry-store.ts'
import type { FeedId, Op, OpId } from '../../sync/protocol/op.ts'
import type { Kysely, Transaction } from 'kysely'
import { findBackup } from './backup-mark.ts'
import { commitChange, putHeld } from './commit-change.ts'
import { rowToEntry, rowToHead, rowToRecord } from './entry-rows.ts'
import { chainStart } from './hash-chain.ts'
import { countHeld, findHeld, listHeld } from './held-ops.ts'
import { selectInChunks } from './in-chunks.ts'
import { inProvinceOf } from './in-province.ts'
import { inTransaction } from './in-transaction.ts'
import type { Database } from './open-database.ts'
import { readAfter } from './read-after.ts'
import { countValues, readThings } from './read-things.ts'
import type { FeedRow, Tables } from './tables.ts'

interface Given {
  /** SHA-256 of the files that an op names; kept so that readers of its feed may fetch them. */
  readonly filesOf: (op: Op) => readonly string[]
  /**
   * The province under which a feed's rows lie on PostgreSQL, asked once, before the feed's first op: see
   * `addProvince`. It says where rows are, never who may see them. Left out, it is the one there was first.
   */
  readonly provinceOf?: (feed: FeedId) => string
}

/** The authority's store on either engine. */
export function createEntryStore(database: Database, { filesOf, provinceOf }: Given): EntryStore {
  const { db, engine } = database

  /** The feed's row under its lock: on SQLite the transaction itself is the lock. */
  async function lockFeed(transaction: Transaction<Tables>, feed: FeedId): Promise<FeedRow> {
    const query = transaction.selectFrom('feeds').selectAll().where('id', '=', feed)
    const locked = engine === 'postgres' ? query.forUpdate() : query
    const known = await locked.executeTakeFirst()
    if (known) return known
    const province = engine === 'postgres' ? provinceOf?.(feed) : undefined
    await transaction
      .insertInto('feeds')
      .values({ id: feed, head: 0, count: 0, checksum: 0, chain: chainStart, ...(province && { province }) })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return locked.executeTakeFirstOrThrow()
  }

  return {
    inFeed: (feed, work) =>
      inTransaction(database, async transaction => {
        const row = await lockFeed(transaction, feed)
        const epoch = await readEpoch(transaction)
        return work(openFeed(transaction, row, rowToHead(row, epoch), filesOf))
      }),
    findLogged: ids => findLogged(db, ids),
    hold: held => inTransaction(database, transaction => putHeld(transaction, held)),
    async heads(feeds) {
      const epoch = await readEpoch(db)
      const rows = await selectInChunks(feeds, chunk =>
        db.selectFrom('feeds').selectAll().where('id', 'in', chunk).execute(),
      )
      const heads = new Map(feeds.map(feed => [feed, emptyHead(feed, epoch)]))
      for (const row of rows) heads.set(row.id, rowToHead(row, epoch))
      return heads
    },
    async readAfter(feed, after, maxBytes) {
      const page = await readAfter(database, feed, after, maxBytes)
      return page ?? { head: emptyHead(feed, await readEpoch(db)), entries: [], bytes: 0, more: false }
    },
    async readTypes(feed, types) {
      if (types.length === 0) return []
      const rows = await db
        .selectFrom('entries')
        .selectAll()
        .where('feed', '=', feed)
        .where(inProvinceOf(engine, 'entries', feed))
        .where('type', 'in', types)
        .orderBy('seq')
        .execute()
      return rows.map(rowToEntry)
    },
    async readThing(feed, thing) {
      const rows = await db
        .selectFrom('entries')
        .selectAll()
        .where('feed', '=', feed)
        .where(inProvinceOf(engine, 'entries', feed))
        .where('thing', '=', thing)
        .orderBy('seq')
        .execute()
      return rows.map(rowToEntry)
    },
    readThings: (feed, given) => readThings(database, feed, given),
    countValues: (feeds, given) => countValues(database, feeds, given),
    listHeld: filter => listHeld(database, filter),
    findHeld: ids => findHeld(database, ids),
    countHeld: filter => countHeld(database, filter),
    findBackup: (feeds, after) => findBackup(db, feeds, after),
    async findSequences(device, seqs) {
      const rows = await selectInChunks(seqs, chunk =>
        db
          .selectFrom('log')
          .select(['device_seq', 'op'])
          .where('device', '=', device)
          .where('device_seq', 'in', chunk)
          .execute(),
      )
      const opsBySeq = new Map<number, Set<OpId>>()
      for (const { device_seq: seq, op } of rows) opsBySeq.set(seq, (opsBySeq.get(seq) ?? new Set()).add(op))
      return opsBySeq
    },
  }
}

function openFeed(
  transaction: Transaction<Tables>,
  row: FeedRow,
  head: FeedHead,
  filesOf: Given['filesOf'],
): FeedTransaction {
  return {
    head,
    findLogged: ids => findLogged(transaction, ids),
    async findFeedsOf(things) {
      const rows = await selectInChunks(things, chunk =>
        transaction.selectFrom('things').selectAll().where('id', 'in', chunk).execute(),
      )
      return new Map(rows.map(({ id, feed }) => [id, feed]))
    },
    async entriesOf(things) {
      const rows = await selectInChunks(things, chunk =>
        transaction
          .selectFrom('entries')
          .selectAll()
          .where('feed', '=', row.id)
          .$if(row.province !== undefined, query => query.where('province', '=', row.province))
          .where('thing', 'in', chunk)
          .execute(),
      )
      return rows.map(rowToEntry)
    },
    commit: change => commitChange(transaction, row, change, filesOf),
  }
}

async function findLogged(db: Kysely<Tables>, ids: readonly OpId[]): Promise<ReadonlyMap<OpId, LogRecord>> {
  const rows = await selectInChunks(ids, chunk =>
    db.selectFrom('log').select(['op', 'record']).where('op', 'in', chunk).execute(),
  )
  return new Map(rows.map(row => [row.op, rowToRecord(row)]))
}

async function readEpoch(db: Kysely<Tables>): Promise<string> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirstOrThrow()
  return row.value
}

const emptyHead = (feed: FeedId, epoch: string): FeedHead => ({
  feed,
  epoch,
  head: 0,
  count: 0,
  checksum: 0,
  chain: chainStart,
})
