import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Bytes } from '../../src/sync/protocol/carried/file-header.ts'
import { findHeader, reopenBundle } from '../../src/sync/protocol/carried/open-bundle.ts'
import { openBundle } from '../../src/sync/protocol/carried/open-bundle.ts'
import { readItem, scanBundle } from '../../src/sync/protocol/carried/scan-bundle.ts'
import { aBundle, aSigner, someItems, sourceOf, subtle, words } from '../support/a-bundle.ts'

let file: Bytes
let key: Awaited<ReturnType<typeof mustOpen>>['key']
let known: ReadonlySet<string>

beforeAll(async () => {
  const items = await someItems(await aSigner())
  file = await aBundle(items)
  key = (await mustOpen()).key
  known = new Set(items.map(item => JSON.stringify(item)))
})

async function mustOpen() {
  const opened = await openBundle(sourceOf(file), words, subtle)
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

type Harm = (bytes: Bytes) => Bytes

const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const placeOf = (share: number, bytes: Bytes): number => Math.floor(share * bytes.length)

/** What can happen to a file on its way: bytes changed, cut out, put in, doubled, moved, cut off. */
const harm: fc.Arbitrary<Harm> = fc.oneof(
  fc.tuple(position, fc.integer({ min: 1, max: 255 })).map(([share, by]): Harm => bytes => {
    const at = placeOf(share, bytes)
    const changed = bytes.slice()
    changed[at] = (changed[at] ?? 0) ^ by
    return changed
  }),
  fc.tuple(position, fc.integer({ min: 1, max: 40_000 })).map(([share, length]): Harm => bytes => {
    const at = placeOf(share, bytes)
    return new Uint8Array(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]))
  }),
  fc.tuple(position, fc.uint8Array({ minLength: 1, maxLength: 300 })).map(([share, more]): Harm => bytes => {
    const at = placeOf(share, bytes)
    return new Uint8Array(Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]))
  }),
  fc.tuple(fc.nat(7), fc.nat(7)).map(([from, to]): Harm => bytes => {
    const changed = bytes.slice()
    const slot = bytes.slice(64 + from * 16_384, 64 + (from + 1) * 16_384)
    if (64 + to * 16_384 + slot.length <= changed.length) changed.set(slot, 64 + to * 16_384)
    return changed
  }),
  position.map(
    (share): Harm =>
      bytes =>
        bytes.slice(0, placeOf(share, bytes)),
  ),
)

test('SY16 whatever happens to a file, nothing comes out of it that was not put in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 4 }), async harms => {
      const bytes = harms.reduce((harmed, one) => one(harmed), file)
      const header = await findHeader(sourceOf(bytes))
      if (!header.ok) return
      const bundle = reopenBundle(sourceOf(bytes), { header: header.value, key }, subtle)
      const scan = await scanBundle(bundle)
      const found = await Promise.all(scan.items.map(item => readItem(bundle, item)))
      for (const item of found) expect(known.has(JSON.stringify(item))).toBe(true)
      expect(scan.isWhole && found.length < known.size).toBe(false)
    }),
    { numRuns: 300 },
  )
}, 120_000)
