import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import type { ZipEntry } from './read-zip-directory.ts'
import { isRatioTooHigh, type UnpackLimits } from './unpack-limits.ts'
import type { ZipProblem } from './zip-problem.ts'

export interface Unpacker {
  /**
   * Gives the entry's bytes in pieces until `onChunk` answers `false`. The problem, or undefined: an entry that was
   * read to its end has the length and checksum its header claims.
   */
  readonly unpack: (entry: ZipEntry, onChunk: (chunk: Uint8Array) => boolean) => ZipProblem | undefined
}

// Deflate makes at most 1,032 bytes of one, so a push can overshoot the limits by 8 MB and no more.
const pushBytes = 8 * 1024

/** Inflates entry after entry, with one count over all of them that stops it at once (`limits`). */
export function createUnpacker(limits: UnpackLimits): Unpacker {
  let unpackedBytes = 0

  const unpack: Unpacker['unpack'] = (entry, onChunk) => {
    let entryBytes = 0
    // The ratio is to what was read so far, so that a bomb is known by its first kilobytes.
    let packedBytes = 0
    let crc = 0
    let isWanted = true
    let problem: ZipProblem | undefined

    const take = (chunk: Uint8Array): void => {
      entryBytes += chunk.length
      unpackedBytes += chunk.length
      if (isRatioTooHigh(entryBytes, packedBytes, limits))
        problem = { type: 'ratioTooHigh', part: entry.path }
      else if (unpackedBytes > limits.maxUnpackedBytes)
        problem = { type: 'unpacksTooLarge', maxBytes: limits.maxUnpackedBytes }
      else {
        crc = crc32(chunk, crc)
        isWanted = onChunk(chunk)
      }
    }

    const push = entry.isDeflated ? inflateInto(take) : take
    for (let at = 0; at < entry.packed.length; at += pushBytes) {
      const piece = entry.packed.subarray(at, at + pushBytes)
      packedBytes += piece.length
      if (push(piece, packedBytes === entry.packed.length) === 'unreadable')
        return { type: 'damaged', part: entry.path }
      if (problem) return problem
      if (!isWanted) return undefined
    }
    const isAsClaimed = entryBytes === entry.claimedBytes && crc === entry.claimedCrc
    return isAsClaimed ? undefined : { type: 'damaged', part: entry.path }
  }

  return { unpack }
}

function inflateInto(take: (chunk: Uint8Array) => void) {
  let given: Uint8Array[] = []
  const inflate = new Inflate(chunk => given.push(chunk))
  return (piece: Uint8Array, isLast: boolean): 'unreadable' | undefined => {
    try {
      inflate.push(piece, isLast)
    } catch {
      return 'unreadable'
    }
    // Outside the try: what the reader throws is a broken invariant of ours, not a damaged file.
    const chunks = given
    given = []
    chunks.forEach(take)
    return undefined
  }
}
