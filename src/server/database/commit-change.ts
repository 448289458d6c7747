import type { FeedChange } from '../../sync/authority/entry-store.ts'
import type { Op } from '../../sync/protocol/op.ts'
import type { Kysely } from 'kysely'
import { entryToRow, heldToRow, recordToRow } from './entry-rows.ts'
import { nextLink } from './hash-chain.ts'
import { inChunks } from './in-chunks.ts'
import type { FeedRow, Tables } from './tables.ts'

const rowsAtOnce = 100

/** Writes what the authority decided about a feed whose row is locked (SY3). */
export async function commitChange(
  db: Kysely<Tables>,
  feed: FeedRow,
  change: FeedChange,
  filesOf: (op: Op) => readonly string[],
): Promise<void> {
  const { log, entries, newThings, held, head } = change
  mustBeDense(feed, change)
  const place = feed.province === undefined ? {} : { province: feed.province }

  let { chain } = feed
  const records = log.map(record => {
    const row = recordToRow(feed.id, record)
    chain = nextLink(chain, row.record)
    return { ...row, chain, ...place }
  })
  for (const rows of inChunks(records, rowsAtOnce)) await db.insertInto('log').values(rows).execute()
  for (const things of inChunks(newThings, rowsAtOnce)) {
    const rows = things.map(id => ({ id, feed: feed.id }))
    await db.insertInto('things').values(rows).execute()
  }
  const entryRows = entries.map(entry => ({ ...entryToRow(entry), ...place }))
  const key = ['feed', 'thing', 'field', ...Object.keys(place)] as ('feed' | 'thing' | 'field')[]
  for (const rows of inChunks(entryRows, rowsAtOnce)) {
    await db
      .insertInto('entries')
      .values(rows)
      .onConflict(conflict =>
        conflict.columns(key).doUpdateSet(eb => ({
          value: eb.ref('excluded.value'),
          seq: eb.ref('excluded.seq'),
          hlc: eb.ref('excluded.hlc'),
          op: eb.ref('excluded.op'),
          author: eb.ref('excluded.author'),
          at: eb.ref('excluded.at'),
          size: eb.ref('excluded.size'),
        })),
      )
      .execute()
  }
  await putReferences(db, feed.id, change, filesOf)
  await db
    .updateTable('feeds')
    .set({ head: head.head, count: head.count, checksum: head.checksum, chain })
    .where('id', '=', feed.id)
    .execute()
  await releaseHeld(db, change)
  await putHeld(db, held)
}

/** Lets go of ops that were held and are logged now. What came under an id already used stays. */
async function releaseHeld(db: Kysely<Tables>, { log }: FeedChange): Promise<void> {
  const authors = [...new Set(log.map(({ author }) => author))]
  for (const records of inChunks(log, rowsAtOnce)) {
    const taken = records.map(({ op }) => op.id)
    await db
      .deleteFrom('held')
      .where('op_id', 'in', taken)
      .where('author', 'in', authors)
      .where('reason', '!=', 'opIdReused')
      .execute()
  }
}

/** Keeps held ops; the same one of the same author once, with its latest reason. */
export async function putHeld(db: Kysely<Tables>, held: FeedChange['held']): Promise<void> {
  const byId = new Map(held.map(heldToRow).map(row => [row.id, row]))
  for (const rows of inChunks([...byId.values()], rowsAtOnce)) {
    await db
      .insertInto('held')
      .values(rows)
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet(eb => ({ reason: eb.ref('excluded.reason') })),
      )
      .execute()
  }
}

async function putReferences(
  db: Kysely<Tables>,
  feed: string,
  { log }: FeedChange,
  filesOf: (op: Op) => readonly string[],
): Promise<void> {
  const references = log.flatMap(({ op, author }) =>
    filesOf(op).map(sha256 => ({ sha256, feed, person: author })),
  )
  for (const rows of inChunks(references, rowsAtOnce)) {
    await db
      .insertInto('file_references')
      .values(rows)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}

function mustBeDense({ id, head }: FeedRow, { log, head: next }: FeedChange): void {
  const isDense = log.every(({ answer }, at) => answer.seq === head + at + 1)
  if (!isDense || next.head !== head + log.length) throw new Error(`the sequences of ${id} would have a gap`)
}
