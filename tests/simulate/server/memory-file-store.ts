import { Readable } from 'node:stream'
import type { FileStore, UploadName } from '../../../src/server/files/file-store.ts'
import { sha256Of } from '../sha256-of.ts'

export interface MemoryFileStore extends FileStore {
  readonly image: () => ReadonlyMap<string, Uint8Array>
  readonly putBack: (image: ReadonlyMap<string, Uint8Array>) => void
}

/** The server's files in memory; a write that the process did not live to see is not there. */
export function createMemoryFileStore(pass: () => void): MemoryFileStore {
  let bytesByPath = new Map<string, Uint8Array>()
  const partOf = ({ sha256, person }: UploadName): string => `${sha256}.${person}`
  const read = (path: string): Uint8Array => bytesByPath.get(path) ?? new Uint8Array()
  return {
    async append(upload, offset, bytes) {
      pass()
      const before = read(partOf(upload))
      if (before.byteLength < offset) return false
      bytesByPath.set(partOf(upload), Buffer.concat([before.subarray(0, offset), bytes]))
      pass()
      return true
    },
    async inspect(upload) {
      pass()
      const bytes = read(partOf(upload))
      return { sha256: sha256Of(bytes), start: bytes.subarray(0, 16) }
    },
    async store(upload) {
      pass()
      bytesByPath.set(upload.sha256, read(partOf(upload)))
      bytesByPath.delete(partOf(upload))
      pass()
    },
    async drop(upload) {
      pass()
      bytesByPath.delete(partOf(upload))
    },
    async read(sha256) {
      const bytes = bytesByPath.get(sha256)
      return bytes && Readable.from([bytes])
    },
    image: () => new Map(bytesByPath),
    putBack: image => {
      bytesByPath = new Map(image)
    },
  }
}
