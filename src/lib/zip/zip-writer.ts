import { err, ok, type Result } from '../result.ts'
import { safePath } from './safe-path.ts'
import { createZipStream } from './zip-stream.ts'

/** A zip holds 4 GB and 65,535 files: end this one and begin another. */
export interface ZipFull {
  readonly type: 'zipFull'
}

export interface ZipWriter {
  /** Adds a file, not compressed since photos are. Gives the path it got: made safe, and `a (2).jpg` if taken. */
  readonly file: (path: string, bytes: Uint8Array) => Result<string, ZipFull>
  readonly end: () => void
}

const maxBytes = 0xffff_ffff
const maxFiles = 0xffff

/** Writes files into a zip that leaves by `onChunk` at once; the same files in the same order give the same bytes. */
export function createZipWriter({ onChunk }: { onChunk: (chunk: Uint8Array) => void }): ZipWriter {
  const zip = createZipStream({ onChunk })
  const taken = new Set<string>()

  const freePath = (wanted: string): string => {
    const path = safePath(wanted)
    const dot = path.lastIndexOf('.')
    const stem = dot > path.lastIndexOf('/') + 1 ? path.slice(0, dot) : path
    let free = path
    for (let copy = 2; taken.has(free.toLowerCase()); copy++)
      free = `${stem} (${copy})${path.slice(stem.length)}`
    return free
  }

  return {
    file: (wanted, bytes) => {
      const path = freePath(wanted)
      const { bytes: before, entries } = zip.size()
      // Both headers and the path twice, at most three bytes a character.
      const after = before + bytes.length + 76 + path.length * 6
      if (after > maxBytes || entries >= maxFiles) return err({ type: 'zipFull' })
      taken.add(path.toLowerCase())
      zip.store(path, bytes)
      return ok(path)
    },
    end: zip.end,
  }
}
