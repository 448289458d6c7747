import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FileStore, UploadName } from './file-store.ts'
import type { S3Bucket } from './s3-bucket.ts'

interface Piece {
  readonly key: string
  readonly start: number
  readonly end: number
}

/**
 * Files as objects of a bucket, so that server processes share nothing but it and the database. An object cannot grow:
 * what arrives of an upload is kept as one object a piece, named by its offset, until all is there. The parts of S3's
 * own multipart uploads have 5 MB at least, ours 1 MB at most. A whole file is at most 10 MB and put together in memory.
 *
 *     uploads/<sha256>.<person>/000000000000 …    files/ab/<sha256>
 */
export function createS3FileStore(bucket: S3Bucket): FileStore {
  const fileKey = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`
  // A person's id is no key: it may hold anything.
  const folderOf = ({ sha256, person }: UploadName): string =>
    `uploads/${sha256}.${createHash('sha256').update(person).digest('hex').slice(0, 16)}/`

  async function listPieces(upload: UploadName): Promise<readonly Piece[]> {
    const folder = folderOf(upload)
    return (await bucket.list(folder)).map(({ key, size }) => {
      const start = Number(key.slice(folder.length))
      return { key, start, end: start + size }
    })
  }

  async function compose(upload: UploadName): Promise<{ bytes: Buffer; pieces: readonly Piece[] }> {
    const pieces = await listPieces(upload)
    const parts: Uint8Array[] = []
    for (const [at, { key, start }] of pieces.entries()) {
      const piece = await bucket.get(key)
      if (!piece) throw new Error('a piece of an upload has gone from the bucket')
      // What came again from its middle on is cut where the later piece begins.
      parts.push(piece.subarray(0, (pieces[at + 1]?.start ?? Infinity) - start))
    }
    return { bytes: Buffer.concat(parts), pieces }
  }

  async function removeAll(pieces: readonly Piece[]): Promise<void> {
    // The last ones first: a rest that a cut leaves behind is a beginning without a hole.
    for (const { key } of pieces.toReversed()) await bucket.remove(key)
  }

  return {
    async append(upload, offset, bytes) {
      const pieces = await listPieces(upload)
      const before = pieces.filter(({ start }) => start < offset)
      let reached = 0
      for (const { start, end } of before) if (start <= reached) reached = Math.max(reached, end)
      if (reached < offset) return false
      await removeAll(pieces.filter(({ start }) => start > offset))
      await bucket.put(`${folderOf(upload)}${String(offset).padStart(12, '0')}`, bytes)
      return true
    },
    async inspect(upload) {
      const { bytes } = await compose(upload)
      return { sha256: hashOf(bytes), start: new Uint8Array(bytes.subarray(0, 16)) }
    },
    async store(upload) {
      const { bytes, pieces } = await compose(upload)
      if (hashOf(bytes) !== upload.sha256) throw new Error('an upload changed after it was looked at')
      await bucket.put(fileKey(upload.sha256), bytes, upload.sha256)
      await removeAll(pieces)
    },
    async drop(upload) {
      await removeAll(await listPieces(upload))
    },
    async read(sha256) {
      // Whole before it leaves: a slow tablet keeps no line to the bucket open.
      const bytes = await bucket.get(fileKey(sha256))
      return bytes && Readable.from([bytes], { objectMode: false })
    },
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
