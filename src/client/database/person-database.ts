import { Dexie, type DexieOptions, type Table } from 'dexie'
import { err, ok, type Result } from '../../lib/result.ts'
import type { FeedId, OpId } from '../../sync/protocol/op.ts'
import type { FeedState, HeldRecord, OutboxItem } from '../../sync/replica/replica-store.ts'
import type { Row } from '../../sync/replica/row.ts'
import { declareVersions, newestVersion } from './person-versions.ts'

/** A row, and for those whose value is null its type once more, so that blank answers can be counted. */
export interface RowRecord extends Row {
  readonly blank?: string
}

/** Ops of one feed that the server answered together, under the first of them: each by itself costs as much as a row. */
export interface SentRecord {
  readonly op: OutboxItem['op']
  readonly others?: readonly OutboxItem['op'][]
  /** The others as JSON: copied once more at each answer, as objects they would cost as much as the rows. */
  readonly othersJson?: string
  /** The greatest sequence that one of them got; builds before the first backups did not note it. */
  readonly upTo?: number
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface FeedRecord extends FeedState {
  readonly feed: FeedId
}

/**
 * `session`: what the server last said of it. `lastSuccessAt`: of a sync, milliseconds since 1970. `backup`: a
 * `KnownBackup`. `serverTime`: a `TimeContact`. `originals`: when large files may leave, an `OriginalsSetting`.
 * `deviceKey`: a `DeviceKey`. `packed`: the last file made of unsent work, a `PackedNote`. `contacts`: `Contacts`.
 * `digest/<feed>`, `findings/<feed>`: a `Digest`.
 */
export type NoteName =
  | 'session'
  | 'seat'
  | 'lastSuccessAt'
  | 'backup'
  | 'serverTime'
  | 'originals'
  | 'deviceKey'
  | 'packed'
  | 'contacts'
  | ReturnType<typeof digestNote>

/** What is made of feeds: how a commune stands, and the lines of its findings. */
export const digestKinds = ['digest', 'findings'] as const
export type DigestKind = (typeof digestKinds)[number]

/** Where what was made of a feed is kept; it goes with the feed (SY9). */
export const digestNote = (feed: FeedId, kind: DigestKind) => `${kind}/${feed}` as const

export interface MetaRecord {
  /** `epoch`: the server's, when last told. */
  readonly key: 'born' | 'device' | 'epoch' | NoteName
  readonly value: unknown
}

/**
 * `local`: only this tablet has the bytes. `sent`: the server confirmed them. `pulled`: they came from there. `letGo`: only
 * this tablet has them, but their photo was taken away; they are sent only if a field names it again.
 */
export interface FileRecord {
  readonly sha256: string
  readonly type: string
  readonly size: number
  readonly isThumb: boolean
  readonly state: 'local' | 'sent' | 'pulled' | 'letGo'
  /** The server's time when it had the bytes: a backup begun later has them. */
  readonly storedAt?: number
  /** Milliseconds since 1970. */
  readonly addedAt: number
  /** Of a file that was let go: the photo that it is, or is the thumbnail of. */
  readonly photo?: string
}

export interface ChunkRecord {
  readonly sha256: string
  readonly index: number
  /** At most 512 KB (ST2). */
  readonly bytes: ArrayBuffer
}

/**
 * The order of the outbox, so that ops answered together lie together. The id belongs to it because nothing may ever
 * overwrite an unsent op (SY10), not even one that came with the same sequence from elsewhere.
 */
export type OutboxKey = [seq: number, id: OpId]

export interface PersonTables {
  readonly rows: Table<RowRecord, [thing: string, field: string]>
  readonly outbox: Table<OutboxItem, OutboxKey>
  readonly held: Table<HeldRecord, OpId>
  readonly sent: Table<SentRecord, OpId>
  readonly feeds: Table<FeedRecord, FeedId>
  readonly meta: Table<MetaRecord, MetaRecord['key']>
  readonly files: Table<FileRecord, string>
  readonly chunks: Table<ChunkRecord, [sha256: string, index: number]>
}

export type PersonDatabase = Dexie & PersonTables

/**
 * One transaction, whose tables the work must take from its argument: `db.rows` finds its transaction through
 * Dexie's zones, which are lost after an `await` of any other promise, and would then write on its own.
 * Resolves when the transaction has completed, which with strict durability means: is on disk (SY1).
 */
export async function inTransaction<T>(
  db: PersonDatabase,
  mode: 'r' | 'rw',
  names: readonly (keyof PersonTables)[],
  work: (tables: PersonTables) => Promise<T>,
): Promise<T> {
  return db.transaction(mode, [...names], transaction =>
    work({
      rows: transaction.table('rows'),
      outbox: transaction.table('outbox'),
      held: transaction.table('held'),
      sent: transaction.table('sent'),
      feeds: transaction.table('feeds'),
      meta: transaction.table('meta'),
      files: transaction.table('files'),
      chunks: transaction.table('chunks'),
    }),
  )
}

export type OpenProblem =
  /** A newer build has been here: this one must be reloaded (ST5). */
  { readonly type: 'newerSchema' } | { readonly type: 'storeFailed'; readonly cause: unknown }

export interface PersonDatabaseGiven {
  readonly person: string
  /** Another tab with newer code took over; this tab's next write says `databaseGone` (ST5). */
  readonly onGone?: () => void
  /** For tests: another IndexedDB than the browser's. */
  readonly options?: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>
}

export const personDatabaseName = (person: string): string => `isoxa-person-${person}`

/** Opens a person's database, creating or upgrading it (ST4). */
export async function openPersonDatabase(
  given: PersonDatabaseGiven,
): Promise<Result<PersonDatabase, OpenProblem>> {
  const db = new Dexie(personDatabaseName(given.person), {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    ...given.options,
  }) as PersonDatabase
  declareVersions(db)
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true })
    given.onGone?.()
    return false
  })
  try {
    await db.open()
  } catch (cause) {
    return err({ type: 'storeFailed', cause })
  }
  // Dexie opens a database of a newer version too; old code must not write into it.
  if (db.backendDB().version >= (newestVersion + 1) * 10) {
    db.close({ disableAutoOpen: true })
    return err({ type: 'newerSchema' })
  }
  return ok(db)
}
