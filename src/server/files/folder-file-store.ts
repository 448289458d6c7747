import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore, UploadName } from './file-store.ts'
import { syncFolder } from './sync-folder.ts'

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
      const file = await open(path, offset === 0 ? 'w' : 'r+').catch(ifMissing)
      if (!file) return false
      try {
        if ((await file.stat()).size < offset) return false
        await file.truncate(offset)
        // A write may take less than it was given, above all when the disk is nearly full.
        for (let at = 0; at < bytes.byteLength;)
          at += (await file.write(bytes, at, bytes.byteLength - at, offset + at)).bytesWritten
        await file.sync()
      } finally {
        await file.close()
      }
      if (offset === 0) await syncFolder(dirname(path))
      return true
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
      await syncFolder(folder)
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

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
