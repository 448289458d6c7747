import { strFromU8, strToU8 } from 'fflate'
import { err, ok, type Result } from '../../../lib/result.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** What stands in clear at both ends of a file; nothing of it tells whose it is. */
export interface FileHeader {
  /** Of PBKDF2. */
  readonly iterations: number
  readonly salt: Bytes
  /** First eight bytes of every nonce: another in each file, even where two share their key. */
  readonly prefix: Bytes
  /** The tag of an empty text: tells wrong words from damage. */
  readonly check: Bytes
}

export type HeaderProblem = 'foreign' | 'newerFormat'

/**
 *     0 ISOXACAR   8 version   9 zero   10 iterations   14 salt   30 prefix   38 check   54 zeros   60 sum of all before
 */
export const headerBytes = 64
const magic = 'ISOXACAR'
const version = 1
const sizes = { salt: 16, prefix: 8, check: 16 } as const
/** Fewer are none of ours; more would keep a tablet busy for minutes. */
const iterationBounds = { least: 600_000, most: 6_000_000 } as const

export function writeHeader({ iterations, salt, prefix, check }: FileHeader): Bytes {
  const bytes = new Uint8Array(headerBytes)
  const view = new DataView(bytes.buffer)
  bytes.set(strToU8(magic))
  bytes[8] = version
  view.setUint32(10, iterations)
  bytes.set(salt.subarray(0, sizes.salt), 14)
  bytes.set(prefix.subarray(0, sizes.prefix), 30)
  bytes.set(check.subarray(0, sizes.check), 38)
  view.setUint32(60, sumOf(bytes.subarray(0, 60)))
  return bytes
}

export function readHeader(bytes: Bytes): Result<FileHeader, HeaderProblem> {
  if (bytes.length !== headerBytes || strFromU8(bytes.subarray(0, 8), true) !== magic) return err('foreign')
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes)
  if (view.getUint32(60) !== sumOf(bytes.subarray(0, 60))) return err('foreign')
  if (bytes[8] !== version) return err('newerFormat')
  const iterations = view.getUint32(10)
  if (iterations < iterationBounds.least || iterations > iterationBounds.most) return err('foreign')
  return ok({
    iterations,
    salt: bytes.slice(14, 30),
    prefix: bytes.slice(30, 38),
    check: bytes.slice(38, 54),
  })
}

/** FNV-1a, against accidents only. */
function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum >>> 0
}
