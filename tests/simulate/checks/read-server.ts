import { rowToEntry, rowToHeld, rowToRecord } from '../../../src/server/database/entry-rows.ts'
import type { Database } from '../../../src/server/database/open-database.ts'
import type { FeedRow } from '../../../src/server/database/tables.ts'
import type { HeldOp, LogRecord } from '../../../src/sync/authority/entry-store.ts'
import type { Entry, FeedId, OpId } from '../../../src/sync/protocol/op.ts'

/** All that the server has, read past its own code. */
export interface ServerContents {
  readonly epoch: string
  readonly feeds: ReadonlyMap<FeedId, FeedRow>
  /** In the order of feed and sequence. */
  readonly log: readonly LogRecord[]
  readonly logById: ReadonlyMap<OpId, LogRecord>
  readonly entries: readonly Entry[]
  readonly held: readonly HeldOp[]
}

export async function readServer({ db }: Database): Promise<ServerContents> {
  const epoch = await db.selectFrom('meta').selectAll().where('key', '=', 'epoch').executeTakeFirstOrThrow()
  const feeds = await db.selectFrom('feeds').selectAll().execute()
  const log = await db.selectFrom('log').selectAll().orderBy('feed').orderBy('seq').execute()
  const entries = await db.selectFrom('entries').selectAll().execute()
  const held = await db.selectFrom('held').selectAll().execute()
  const records = log.map(rowToRecord)
  return {
    epoch: epoch.value,
    feeds: new Map(feeds.map(row => [row.id, row])),
    log: records,
    logById: new Map(records.map(record => [record.op.id, record])),
    entries: entries.map(rowToEntry),
    held: held.map(rowToHeld),
  }
}
