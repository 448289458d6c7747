import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore, UploadName } from './file-store.ts'

/** Files in a folder, two levels deep by their hash; uploads beside them until they are whole. */
export function createFolderFileStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  // A person's id is no path: it may hold anything.
  const partOf = ({ sha256, person }: UploadName): string =>
    join(folder, 'uploads', `${sha256}.${createHash('sha256').update(person).digest('hex').slice(0, 16)}`)

  return {
    async append(upload, offset, bytes) {
      const path = partOf(upload)
      await mkdir(dirname(path), { recursive: true })
      const file = await open(path, offset === 0 ? 'w' : 'r+')
      try {
        await file.truncate(offset)
        await file.write(bytes, 0, bytes.byteLength, offset)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    async inspect(upload) {
      const hash = createHash('sha256')
      let start: Uint8Array | undefined
      for await (const part of createReadStream(partOf(upload)) as AsyncIterable<Buffer>) {
        start ??= part.subarray(0, 16)
        hash.update(part)
      }
      return { sha256: hash.digest('hex'), start: start ?? new Uint8Array() }
    },
    async store(upload) {
      const path = pathOf(upload.sha256)
      await mkdir(dirname(path), { recursive: true })
      await rename(partOf(upload), path)
      await syncFolder(dirname(path))
    },
    drop: upload => rm(partOf(upload), { force: true }),
    async read(sha256) {
      const path = pathOf(sha256)
      try {
        await access(path)
      } catch {
        return undefined
      }
      return createReadStream(path)
    },
  }
}

/** A rename is on the disk to stay only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  // Windows does not open folders; there the file system does it by itself.
  const folder = await open(path, 'r').catch(() => undefined)
  try {
    await folder?.sync().catch(() => undefined)
  } finally {
    await folder?.close()
  }
}
