import { isPostgres } from '../is-postgres.ts'
import type { Kysely } from 'kysely'
import { addToChecksum } from '../../../sync/protocol/checksum.ts'
import { isLater } from '../../../sync/protocol/hlc.ts'
import { canonicalJson } from '../canonical-json.ts'
import { entryToRow, rowToRecord } from '../entry-rows.ts'
import { findBrokenLink, type BrokenChain } from '../hash-chain.ts'
import type { EntryRow, Tables } from '../tables.ts'

/** Something that is not as it was written; `seq` is where in the feed's log, 0 when it is of no one place. */
export interface FeedFinding {
  readonly type:
    | BrokenChain['type']
    | 'otherOp'
    | 'entryMissing'
    | 'entryDiffers'
    | 'entryOfNothing'
    | 'countDiffers'
    | 'checksumDiffers'
    | 'thingElsewhere'
    | 'feedMissing'
  readonly feed: string
  readonly seq: number
}

/**
 * Reads every feed from its first op: the chain of hashes, the values that the log comes to against those that are
 * served, count and checksum (SY5, SY7, SY15).
 */
export async function* verifyFeeds(db: Kysely<Tables>): AsyncGenerator<FeedFinding> {
  const feeds = await db.selectFrom('feeds').select('id').orderBy('id').execute()
  const known = new Set(feeds.map(({ id }) => id))
  for (const table of ['log', 'entries'] as const) {
    const found = await db.selectFrom(table).select('feed').distinct().execute()
    for (const { feed } of found) if (!known.has(feed)) yield { type: 'feedMissing', feed, seq: 0 }
  }
  for (const { id } of feeds) yield* await verifyFeed(db, id)
}

async function verifyFeed(db: Kysely<Tables>, feed: string): Promise<readonly FeedFinding[]> {
  const findings: FeedFinding[] = []
  const folded = new Map<string, EntryRow>()
  const broken = await findBrokenLink({ db, engine: isPostgres(db) ? 'postgres' : 'sqlite' }, feed, row => {
    const { op, author, at, answer } = rowToRecord(row)
    if (op.id !== row.op || answer.seq !== row.seq) findings.push({ type: 'otherOp', feed, seq: row.seq })
    const { type, thing, field, value } = op
    const entry = { feed, type, thing, field, value, seq: answer.seq, hlc: answer.hlc, op: op.id, author, at }
    const key = keyOf(entry)
    const current = folded.get(key)
    if (!current || isLater(entry, current)) folded.set(key, entryToRow(entry))
  })
  // Behind a broken link nothing can be told from the log.
  if (broken) return [...findings, { type: broken.type, feed, seq: broken.seq }]

  const entries = await db.selectFrom('entries').selectAll().where('feed', '=', feed).execute()
  let checksum = 0
  for (const entry of entries) {
    const expected = folded.get(keyOf(entry))
    folded.delete(keyOf(entry))
    checksum = addToChecksum(checksum, entry)
    if (!expected) findings.push({ type: 'entryOfNothing', feed, seq: entry.seq })
    else if (!isSame(expected, entry)) findings.push({ type: 'entryDiffers', feed, seq: expected.seq })
  }
  for (const { seq } of folded.values()) findings.push({ type: 'entryMissing', feed, seq })
  const head = await db.selectFrom('feeds').selectAll().where('id', '=', feed).executeTakeFirstOrThrow()
  if (head.count !== entries.length) findings.push({ type: 'countDiffers', feed, seq: 0 })
  if (head.checksum !== checksum) findings.push({ type: 'checksumDiffers', feed, seq: 0 })
  const owned = await db.selectFrom('things').select('id').where('feed', '=', feed).execute()
  const things = new Set(owned.map(({ id }) => id))
  for (const { thing, seq } of entries)
    if (!things.has(thing)) findings.push({ type: 'thingElsewhere', feed, seq })
  return findings
}

const keyOf = ({ thing, field }: Pick<EntryRow, 'thing' | 'field'>): string => `${thing}\n${field}`

const isSame = (a: EntryRow, b: EntryRow): boolean =>
  a.type === b.type &&
  (a.value === b.value || canonicalText(a.value) === canonicalText(b.value)) &&
  a.seq === b.seq &&
  a.hlc === b.hlc &&
  a.op === b.op &&
  a.author === b.author &&
  a.at === b.at &&
  a.size === b.size

/** The log has keys in order, a served value has them as they came. */
const canonicalText = (json: string): string => canonicalJson(JSON.parse(json))
