import { beforeAll, describe, expect, test } from 'vitest'
import type { Bytes } from '../../../../../src/sync/protocol/carried/file-header.ts'
import type { Item } from '../../../../../src/sync/protocol/carried/item.ts'
import { openBundle, reopenBundle } from '../../../../../src/sync/protocol/carried/open-bundle.ts'
import { readItem, scanBundle } from '../../../../../src/sync/protocol/carried/scan-bundle.ts'
import {
  aBundle,
  aSigner,
  aSummary,
  someItems,
  sourceOf,
  subtle,
  words,
} from '../../../../support/a-bundle.ts'

const headerBytes = 64
const slotBytes = 16 * 1024
/** Slots of the file that `someItems` makes: summary, two changes, list, photo of three, summary. */
const slots = 8

let items: readonly Exclude<Item, { kind: 'summary' }>[]
let file: Bytes
let opened: Awaited<ReturnType<typeof mustOpen>>

beforeAll(async () => {
  items = await someItems(await aSigner())
  file = await aBundle(items)
  opened = await mustOpen(file)
})

async function mustOpen(bytes: Bytes) {
  const bundle = await openBundle(sourceOf(bytes), words, subtle)
  if (!bundle.ok) throw new Error(bundle.error)
  return bundle.value
}

/** With the key that is known already: deriving it takes a while. */
const look = async (bytes: Bytes) => {
  const bundle = reopenBundle(sourceOf(bytes), opened, subtle)
  const scan = await scanBundle(bundle)
  const found = await Promise.all(scan.items.map(item => readItem(bundle, item)))
  return { scan, found }
}

const flip = (bytes: Bytes, at: number): Bytes => {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

/** As a build to come may write it: another version, its sum right, at both ends. */
function ofVersion(bytes: Bytes, version: number): Bytes {
  const header = bytes.slice(0, headerBytes)
  header[8] = version
  let sum = 0x811c9dc5
  for (const byte of header.subarray(0, 60)) sum = Math.imul(sum ^ byte, 0x01000193)
  new DataView(header.buffer).setUint32(60, sum >>> 0)
  const changed = bytes.slice()
  changed.set(header)
  changed.set(header, bytes.length - headerBytes)
  return changed
}

describe('SY16 a file of unsent work', () => {
  test('comes out as it went in', async () => {
    expect(file.length).toBe(2 * headerBytes + slots * slotBytes)
    const { scan, found } = await look(file)
    expect(found).toEqual(items)
    expect(scan).toMatchObject({ isWhole: true, changes: 2, files: 1, summary: aSummary() })
  })

  test('tells nothing in clear: neither the person nor what was written', () => {
    const text = Buffer.from(file).toString('latin1')
    for (const word of ['lan', 'Lan', '05998', 'answers', 'a value', 'ECDSA', words])
      expect(text.includes(word) && word.length > 3 ? word : '').toBe('')
    expect(text.slice(0, 8)).toBe('ISOXACAR')
  })

  test('the same work twice makes two files that have no slot in common', async () => {
    const again = await aBundle(items)
    for (let slot = 0; slot < slots; slot++) {
      const at = headerBytes + slot * slotBytes
      expect(Buffer.compare(again.subarray(at, at + slotBytes), file.subarray(at, at + slotBytes))).not.toBe(
        0,
      )
    }
  })

  test('other words are told from damage', async () => {
    const wrong = words.replace('ba', 'bac')
    expect(await openBundle(sourceOf(file), wrong, subtle)).toEqual({ ok: false, error: 'wrongWords' })
    expect(await openBundle(sourceOf(flip(file, headerBytes + 9)), words, subtle)).toMatchObject({ ok: true })
  })

  test('a file of somebody else, an empty one and a newer format are refused with a reason', async () => {
    const open = (bytes: Bytes) => openBundle(sourceOf(bytes), words, subtle)
    for (const bytes of [new Uint8Array(0), new Uint8Array(headerBytes), new Uint8Array(40_000).fill(80)])
      expect(await open(bytes)).toEqual({ ok: false, error: 'foreign' })
    expect(await open(ofVersion(file, 2))).toEqual({ ok: false, error: 'newerFormat' })
  })

  test.each([0, 8, 10, 14, 30, 38, 54, 60])(
    'with its header damaged at byte %i the copy at the end still opens it',
    async at => {
      const bundle = await mustOpen(flip(file, at))
      expect(await scanBundle(bundle)).toMatchObject({ isWhole: true, changes: 2, files: 1 })
    },
  )

  test('with both headers damaged it is refused', async () => {
    const bytes = flip(flip(file, 20), file.length - 20)
    expect(await openBundle(sourceOf(bytes), words, subtle)).toEqual({ ok: false, error: 'foreign' })
  })

  test.each(
    Array.from({ length: slots }, (_, slot) => [slot, 0] as const).flatMap(([slot]) =>
      [0, 1, 17, 8000, slotBytes - 17, slotBytes - 1].map(at => [slot, at] as const),
    ),
  )('damaged in slot %i at byte %i it gives up that item alone', async (slot, at) => {
    const { scan, found } = await look(flip(file, headerBytes + slot * slotBytes + at))
    // Slots 4 to 6 are the photo's.
    const lost = slot === 0 || slot === slots - 1 ? undefined : items[Math.min(slot - 1, 3)]
    expect(found).toEqual(items.filter(item => item !== lost))
    expect(scan.isWhole).toBe(false)
    expect(scan.summary).toEqual(aSummary())
  })

  test.each([1, 63, 64, 65, 20_000, slotBytes * 2, slotBytes * 4 + 100, slotBytes * slots])(
    'cut off by %i bytes it says so and still offers what came through',
    async less => {
      const { scan, found } = await look(file.slice(0, file.length - less))
      // Less than the last header missing costs nothing of the work.
      const whole = Math.max(0, Math.floor((file.length - less - headerBytes) / slotBytes))
      expect(scan.isWhole).toBe(whole === slots)
      const first = [2, 3, 4, 7].map(end => whole >= end)
      expect(found).toEqual(items.filter((_, at) => first[at]))
    },
  )

  test('with both summaries gone it tells what its statements say', async () => {
    const bytes = flip(flip(file, headerBytes), headerBytes + (slots - 1) * slotBytes)
    const { scan } = await look(bytes)
    expect(scan.summary).toMatchObject({ bundle: 'b1', author: 'lan', changes: 2, files: 1 })
  })

  test('slots of the same file changed about count as damaged', async () => {
    const bytes = file.slice()
    const [one, two] = [headerBytes + slotBytes, headerBytes + 2 * slotBytes]
    bytes.set(file.subarray(two, two + slotBytes), one)
    bytes.set(file.subarray(one, one + slotBytes), two)
    expect((await look(bytes)).found).toEqual(items.slice(2))
  })
})
