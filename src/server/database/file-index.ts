import { selectInChunks } from './in-chunks.ts'
import { inTransaction } from './in-transaction.ts'
import type { Database } from './open-database.ts'

/** A file that is whole on the server, its hash checked. */
export interface StoredFile {
  readonly sha256: string
  readonly size: number
  readonly type: string
}

/** When it was whole on the server, milliseconds since 1970: a backup begun later has it. */
export interface KeptFile extends StoredFile {
  readonly storedAt: number
}

/** A file on its way. Each person uploads their own, so that a half of another's proves nothing. */
export interface Upload extends StoredFile {
  readonly person: string
  /** Bytes that are on the disk: where the next piece begins. */
  readonly received: number
}

export interface FileIndex {
  findFile: (sha256: string) => Promise<KeptFile | undefined>
  /** Which of these are whole on the server. */
  listStored: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>
  /** Begins an upload, or finds the one that was begun. */
  openUpload: (upload: Omit<Upload, 'received'>, atMs: number) => Promise<Upload>
  findUpload: (sha256: string, person: string) => Promise<Upload | undefined>
  setReceived: (sha256: string, person: string, received: number, atMs: number) => Promise<void>
  /**
   * The bytes are whole and have that hash: the file is stored, and the person has shown to have it. `nowMs` is asked
   * after the grant is written, so that a backup knows which files come after it (`open-snapshot.ts`).
   */
  completeUpload: (upload: Upload, nowMs: () => number) => Promise<KeptFile>
  dropUpload: (sha256: string, person: string) => Promise<void>
  listUploadsBefore: (atMs: number) => Promise<readonly Upload[]>
  hasGrant: (sha256: string, person: string) => Promise<boolean>
  /**
   * Whether a person may have a file: they uploaded it, or somebody who had uploaded it named it in a feed
   * they read. Naming the hash of a file one never had opens nothing.
   */
  mayRead: (sha256: string, person: string, mayReadFeed: (feed: string) => boolean) => Promise<boolean>
}

const columns = ['sha256', 'person', 'size', 'type', 'received'] as const

export function createFileIndex(database: Database): FileIndex {
  const { db } = database
  const uploadOf = (sha256: string, person: string) =>
    db.selectFrom('uploads').select(columns).where('sha256', '=', sha256).where('person', '=', person)

  async function hasGrant(sha256: string, person: string): Promise<boolean> {
    const query = db.selectFrom('file_grants').select('person').where('sha256', '=', sha256)
    return (await query.where('person', '=', person).executeTakeFirst()) !== undefined
  }

  return {
    findFile: sha256 =>
      db
        .selectFrom('files')
        .select(['sha256', 'size', 'type', 'stored_at as storedAt'])
        .where('sha256', '=', sha256)
        .executeTakeFirst(),
    async listStored(sha256s) {
      const rows = await selectInChunks(sha256s, chunk =>
        db.selectFrom('files').select('sha256').where('sha256', 'in', chunk).execute(),
      )
      return new Set(rows.map(({ sha256 }) => sha256))
    },
    async openUpload(upload, atMs) {
      await db
        .insertInto('uploads')
        .values({ ...upload, received: 0, touched_at: atMs })
        .onConflict(conflict => conflict.doNothing())
        .execute()
      return uploadOf(upload.sha256, upload.person).executeTakeFirstOrThrow()
    },
    findUpload: (sha256, person) => uploadOf(sha256, person).executeTakeFirst(),
    async setReceived(sha256, person, received, atMs) {
      await db
        .updateTable('uploads')
        .set({ received, touched_at: atMs })
        .where('sha256', '=', sha256)
        .where('person', '=', person)
        .execute()
    },
    completeUpload: ({ sha256, person, size, type }, nowMs) =>
      inTransaction(database, async transaction => {
        await transaction
          .insertInto('file_grants')
          .values({ sha256, person })
          .onConflict(conflict => conflict.doNothing())
          .execute()
        await transaction
          .insertInto('files')
          .values({ sha256, size, type, stored_at: nowMs() })
          .onConflict(conflict => conflict.doNothing())
          .execute()
        await transaction
          .deleteFrom('uploads')
          .where('sha256', '=', sha256)
          .where('person', '=', person)
          .execute()
        return transaction
          .selectFrom('files')
          .select(['sha256', 'size', 'type', 'stored_at as storedAt'])
          .where('sha256', '=', sha256)
          .executeTakeFirstOrThrow()
      }),
    async dropUpload(sha256, person) {
      await db.deleteFrom('uploads').where('sha256', '=', sha256).where('person', '=', person).execute()
    },
    listUploadsBefore: atMs =>
      db.selectFrom('uploads').select(columns).where('touched_at', '<', atMs).execute(),
    hasGrant,
    async mayRead(sha256, person, mayReadFeed) {
      if (await hasGrant(sha256, person)) return true
      const feeds = await db
        .selectFrom('file_references as r')
        .innerJoin('file_grants as g', join =>
          join.onRef('g.sha256', '=', 'r.sha256').onRef('g.person', '=', 'r.person'),
        )
        .select('r.feed')
        .distinct()
        .where('r.sha256', '=', sha256)
        .execute()
      return feeds.some(({ feed }) => mayReadFeed(feed))
    },
  }
}
