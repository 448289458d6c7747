import { strFromU8 } from 'fflate'
import { err, ok, type Result } from '../result.ts'
import { isRatioTooHigh, type UnpackLimits } from './unpack-limits.ts'
import type { ZipProblem } from './zip-problem.ts'

/** An entry as the directory has it: where its bytes are, and what its header claims about them. */
export interface ZipEntry {
  readonly path: string
  readonly isDeflated: boolean
  readonly packed: Uint8Array
  readonly claimedBytes: number
  readonly claimedCrc: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The entries of a zip by its central directory (APPNOTE 6.3.10, 4.3.12). Inflates nothing. Claims of the headers
 * are enough to refuse, never enough to accept: `createUnpacker` counts for itself. Entries that share bytes are
 * refused, since a few kilobytes of them can claim gigabytes. Archives over 4 GB (zip64) count as damaged.
 */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: UnpackLimits,
): Result<readonly ZipEntry[], ZipProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return err({ type: 'damaged' })

  const entries: ZipEntry[] = []
  const spans: Span[] = []
  let claimedBytes = 0
  // The count in the end record is 16 bits of anything, so the records themselves are counted.
  for (let at = view.getUint32(end + 16, true); at !== end;) {
    if (entries.length === limits.maxEntries)
      return err({ type: 'tooManyEntries', maxEntries: limits.maxEntries })
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return err({ type: 'damaged' })
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return err({ type: 'damaged' })
    const found = readEntry(bytes, view, at)
    if (!found.ok) return found
    const { entry, span } = found.value
    claimedBytes += entry.claimedBytes
    if (isRatioTooHigh(entry.claimedBytes, entry.packed.length, limits))
      return err({ type: 'ratioTooHigh', part: entry.path })
    if (claimedBytes > limits.maxUnpackedBytes)
      return err({ type: 'unpacksTooLarge', maxBytes: limits.maxUnpackedBytes })
    entries.push(entry)
    spans.push(span)
    at = next
  }
  return doOverlap(spans) ? err({ type: 'damaged' }) : ok(entries)
}

/** The end record: the last 22 bytes, before a comment of at most 64 KB. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    const isEnd = view.getUint32(at, true) === 0x06054b50
    if (isEnd && view.getUint32(at + 16, true) <= at) return at
  }
  return undefined
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): Result<{ entry: ZipEntry; span: Span }, ZipProblem> {
  const flags = view.getUint16(at + 8, true)
  const isUtf8 = (flags & 0x800) !== 0
  const path = strFromU8(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)), !isUtf8)
  if ((flags & 1) !== 0) return err({ type: 'encrypted' })
  const method = view.getUint16(at + 10, true)
  const start = view.getUint32(at + 42, true)
  const isHeader = start + 30 <= at && view.getUint32(start, true) === 0x04034b50
  if (!isHeader || (method !== 0 && method !== 8)) return err({ type: 'damaged', part: path })
  const dataStart = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  const dataEnd = dataStart + view.getUint32(at + 20, true)
  if (dataEnd > bytes.length) return err({ type: 'damaged', part: path })
  const entry = {
    path,
    isDeflated: method === 8,
    packed: bytes.subarray(dataStart, dataEnd),
    claimedBytes: view.getUint32(at + 24, true),
    claimedCrc: view.getUint32(at + 16, true),
  }
  return ok({ entry, span: { start, end: dataEnd } })
}

function doOverlap(spans: readonly Span[]): boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  return sorted.some((span, index) => span.start < (sorted[index - 1]?.end ?? 0))
}
