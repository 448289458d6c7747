import type { NewFile } from '../../sync/replica/replica-store.ts'
import { inTransaction, type FileRecord, type PersonDatabase, type PersonTables } from './person-database.ts'

/** Chromium keeps small values inline and reads them by key; larger ones become slow blobs (ST2). */
const chunkBytes = 512 * 1024

/** Within a transaction on `files` and `chunks`: keeps the bytes of files that are not here yet. */
export async function putFiles(
  { files, chunks }: Pick<PersonTables, 'files' | 'chunks'>,
  added: readonly NewFile[],
  { state, addedAt, storedAt }: Pick<FileRecord, 'state' | 'addedAt' | 'storedAt'>,
): Promise<void> {
  for (const { sha256, type, bytes, isThumb } of added) {
    const known = await files.get(sha256)
    // Taken here too, after it came from the server or was taken away: only who uploads a file shows it to the readers of
    // its feed.
    if (known && known.state !== 'sent' && state === 'local')
      await files.update(sha256, { state, isThumb, addedAt })
    if (known) continue
    for (let index = 0; index * chunkBytes < bytes.byteLength; index++) {
      const part = bytes.slice(index * chunkBytes, (index + 1) * chunkBytes)
      await chunks.add({ sha256, index, bytes: part })
    }
    const record = { sha256, type, size: bytes.byteLength, isThumb, state, addedAt }
    await files.add({ ...record, ...(storedAt !== undefined && { storedAt }) })
  }
}

/** The bytes of a file; undefined when they are not on this tablet, or not all of them. */
export async function readFileBytes(db: PersonDatabase, sha256: string): Promise<Blob | undefined> {
  return inTransaction(db, 'r', ['files', 'chunks'], async tables => {
    const file = await tables.files.get(sha256)
    if (!file) return undefined
    const count = Math.ceil(file.size / chunkBytes)
    const keys = Array.from({ length: count }, (_, index): [string, number] => [sha256, index])
    const chunks = await tables.chunks.bulkGet(keys)
    const blob = new Blob(
      chunks.flatMap(chunk => (chunk ? [chunk.bytes] : [])),
      { type: file.type },
    )
    return blob.size === file.size ? blob : undefined
  })
}

/** Files that only this tablet has: thumbnails first, then originals, each oldest first (SY12). */
export async function listUnsentFiles(db: PersonDatabase): Promise<readonly FileRecord[]> {
  const files = await db.files.where('state').equals('local').toArray()
  return files.sort((a, b) => Number(b.isThumb) - Number(a.isThumb) || a.addedAt - b.addedAt)
}
