import { Deflate, strToU8 } from 'fflate'
import { crc32 } from './crc32.ts'

export interface ZipStream {
  /** How long the zip would be if it ended now, and how many entries it has. */
  readonly size: () => { readonly bytes: number; readonly entries: number }
  /** An entry as it is, for what is already compressed. */
  readonly store: (path: string, bytes: Uint8Array) => void
  /** An entry that comes in pieces; it must end before the next begins. */
  readonly deflate: (path: string) => { readonly push: (bytes: Uint8Array) => void; readonly end: () => void }
  readonly end: () => void
}

interface Entry {
  readonly path: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

const utf8 = 0x800
const sizesFollow = 0x8
// One day for all, so that the same contents are the same bytes: 1 January 1980, the first a zip can say.
const day = 0x21

/** Writes a zip as it grows and keeps nothing but its directory. Paths are taken as they are. */
export function createZipStream({ onChunk }: { onChunk: (chunk: Uint8Array) => void }): ZipStream {
  const entries: Entry[] = []
  let at = 0
  let directoryBytes = 0
  let isInEntry = false

  const emit = (chunk: Uint8Array): void => {
    if (chunk.length === 0) return
    at += chunk.length
    onChunk(chunk)
  }
  const begin = (): number => {
    if (isInEntry) throw new Error('The zip has an entry that has not ended')
    return at
  }
  const keep = (entry: Entry): void => {
    entries.push(entry)
    directoryBytes += 46 + entry.path.length
  }

  return {
    size: () => ({ bytes: at + directoryBytes + 22, entries: entries.length }),
    store: (path, bytes) => {
      const size = { packed: bytes.length, unpacked: bytes.length }
      const entry = { path: strToU8(path), flags: utf8, method: 0, crc: crc32(bytes), ...size, at: begin() }
      emit(localHeader(entry))
      emit(bytes)
      keep(entry)
    },
    deflate: path => {
      const open = { path: strToU8(path), flags: utf8 | sizesFollow, method: 8, at: begin() }
      isInEntry = true
      emit(localHeader({ ...open, crc: 0, packed: 0, unpacked: 0 }))
      const dataAt = at
      let crc = 0
      let unpacked = 0
      const deflate = new Deflate({ level: 6 }, emit)
      return {
        push: bytes => {
          crc = crc32(bytes, crc)
          unpacked += bytes.length
          deflate.push(bytes)
        },
        end: () => {
          deflate.push(new Uint8Array(0), true)
          isInEntry = false
          const entry = { ...open, crc, packed: at - dataAt, unpacked }
          emit(fields([4, 0x08074b50], [4, crc], [4, entry.packed], [4, unpacked]))
          keep(entry)
        },
      }
    },
    end: () => {
      const directoryAt = begin()
      entries.forEach(entry => emit(directoryHeader(entry)))
      const count = entries.length
      const size = at - directoryAt
      emit(fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, size], [4, directoryAt], [2, 0]))
    },
  }
}

const localHeader = (entry: Entry): Uint8Array =>
  withPath(fields([4, 0x04034b50], [2, 20], ...commonFields(entry)), entry.path)

const directoryHeader = (entry: Entry): Uint8Array =>
  withPath(
    fields(
      [4, 0x02014b50],
      [2, 20],
      [2, 20],
      ...commonFields(entry),
      // Comment, disk, attributes.
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, entry.at],
    ),
    entry.path,
  )

const commonFields = (entry: Entry): readonly Field[] => [
  [2, entry.flags],
  [2, entry.method],
  [2, 0],
  [2, day],
  [4, entry.crc],
  [4, entry.packed],
  [4, entry.unpacked],
  [2, entry.path.length],
  [2, 0],
]

type Field = readonly [width: 2 | 4, value: number]

function fields(...all: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(all.reduce((length, [width]) => length + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [width, value] of all) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return bytes
}

function withPath(header: Uint8Array, path: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(header.length + path.length)
  bytes.set(header)
  bytes.set(path, header.length)
  return bytes
}
