import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from './sync-folder.ts'

export interface Fingerprint {
  readonly sha256: string
  readonly size: number
}

/**
 * Writes a file under a name of its own, flushes it, and gives it its name only if its bytes are as `isRight` wants them:
 * whatever happens, nothing that is half or wrong has that name.
 */
export async function writeWhole(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  isRight: (found: Fingerprint) => boolean,
): Promise<boolean> {
  const part = `${path}.part`
  await mkdir(dirname(path), { recursive: true })
  try {
    const found = await writeFlushed(part, bytes)
    if (!isRight(found)) return false
    await rename(part, path)
    await syncFolder(dirname(path))
    return true
  } finally {
    await rm(part, { force: true })
  }
}

async function writeFlushed(path: string, bytes: AsyncIterable<Uint8Array>): Promise<Fingerprint> {
  const file = await open(path, 'w')
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of bytes) {
      hash.update(piece)
      // A write may take less than it was given, above all when the disk is nearly full.
      for (let at = 0; at < piece.byteLength;)
        at += (await file.write(piece, at, piece.byteLength - at, size + at)).bytesWritten
      size += piece.byteLength
    }
    await file.sync()
    return { sha256: hash.digest('hex'), size }
  } finally {
    await file.close()
  }
}

export const readPieces = (path: string): AsyncIterable<Uint8Array> =>
  createReadStream(path, { highWaterMark: 1024 * 1024 })

/** Of a file's bytes as they are on the disk; undefined when it is not there. */
export async function fingerprint(bytes: AsyncIterable<Uint8Array>): Promise<Fingerprint | undefined> {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of bytes) {
      hash.update(piece)
      size += piece.byteLength
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return { sha256: hash.digest('hex'), size }
}
