import { liveQuery, type Observable } from 'dexie'
import type { Row } from '../../sync/replica/row.ts'
import { digestNote, inTransaction, type DigestKind, type PersonDatabase } from './person-database.ts'

/** What was made of a feed's rows, and of which state of it. */
export interface Digest {
  /** Says of what it was made: it counts for nothing once that has changed. */
  readonly version: string
  readonly parts: readonly string[]
}

/** What screens keep beside feeds so as not to read all their rows again. Losing it costs time only. */
export interface DigestStore {
  /** Of each feed that has anything on this tablet, a text that changes whenever one of its rows does. */
  watchVersions: () => Observable<ReadonlyMap<string, string>>
  read: (kind: DigestKind) => Promise<ReadonlyMap<string, Digest>>
  /** Keeps digests of feeds that are still here, in one transaction. */
  put: (digests: ReadonlyMap<string, Digest>, kind: DigestKind) => Promise<void>
  rowsOf: (feed: string) => Promise<readonly Row[]>
  /** Of all feeds, those of a type whose field begins with the prefix. */
  rowsOfType: (type: string, prefix: string) => Promise<readonly Row[]>
}

export function createDigestStore(db: PersonDatabase): DigestStore {
  async function readVersions(): Promise<ReadonlyMap<string, string>> {
    const [states, waiting, held] = await Promise.all([
      db.feeds.toArray(),
      db.outbox.toArray(),
      db.held.toArray(),
    ])
    const versions = new Map(
      states.map(({ feed, epoch, cursor, count, checksum }) => [
        feed,
        `${epoch}/${cursor}/${count}/${checksum}`,
      ]),
    )
    // A row changes with an op that is saved, answered, held or offered again: each changes these.
    for (const { op } of [...waiting, ...held])
      versions.set(op.feed, `${versions.get(op.feed) ?? ''}+${op.id}`)
    return versions
  }
  return {
    watchVersions: () => liveQuery(readVersions),
    async read(kind) {
      const prefix = digestNote('', kind)
      const notes = await db.meta.where('key').between(prefix, `${prefix}\uffff`).toArray()
      return new Map(notes.map(({ key, value }) => [key.slice(prefix.length), value as Digest]))
    },
    put: (digests, kind) =>
      inTransaction(db, 'rw', ['feeds', 'meta'], async ({ feeds, meta }) => {
        const here = new Set((await feeds.bulkGet([...digests.keys()])).map(state => state?.feed))
        await meta.bulkPut(
          [...digests].flatMap(([feed, value]) =>
            here.has(feed) ? [{ key: digestNote(feed, kind), value }] : [],
          ),
        )
      }),
    rowsOf: feed => db.rows.where('feed').equals(feed).toArray(),
    rowsOfType: (type, prefix) =>
      db.rows
        .where('[type+field]')
        .between([type, prefix], [type, `${prefix}\uffff`])
        .toArray(),
  }
}
