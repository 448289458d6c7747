import type { Bytes } from './file-header.ts'
import type { BundleSource } from './open-bundle.ts'

/** Also what one stored chunk has: Chromium keeps values of that size inline (ST2). */
export const bufferBytes = 512 * 1024

/** Reads half a megabyte at a time and keeps the last one: slots lie side by side. */
export function bufferSource(source: BundleSource): BundleSource {
  let kept: { readonly at: number; readonly bytes: Bytes } | undefined
  async function readWindow(at: number): Promise<Bytes> {
    if (kept?.at !== at) kept = { at, bytes: await source.read(at * bufferBytes, bufferBytes) }
    return kept.bytes
  }
  return {
    size: source.size,
    async read(offset, length) {
      const parts: Bytes[] = []
      const end = Math.min(offset + length, source.size)
      for (let at = offset; at < end;) {
        const index = Math.floor(at / bufferBytes)
        const begin = at - index * bufferBytes
        const part = (await readWindow(index)).subarray(begin, begin + end - at)
        if (part.length === 0) break
        parts.push(part)
        at += part.length
      }
      return joinBytes(parts)
    },
  }
}

function joinBytes(parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
