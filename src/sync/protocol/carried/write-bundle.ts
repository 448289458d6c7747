import { createCipher, deriveFileKey, makeCheck, type Subtle } from './cipher.ts'
import { writeHeader, type Bytes } from './file-header.ts'
import { itemToBytes, type Item } from './item.ts'
import { cutItem, writeSlot } from './slot.ts'
import type { Summary } from './summary.ts'

const iterations = 600_000

interface Given<K> {
  readonly subtle: Subtle<K>
  readonly random: (count: number) => Uint8Array
  readonly words: string
  readonly summary: Summary
  /** Taken one after the other: no more than one is in memory. */
  readonly items: AsyncIterable<Exclude<Item, { readonly kind: 'summary' }>>
}

/**
 * The file, piece by piece (SY16):
 *
 *     header │ summary │ items, each in slots of 16 KB of its own │ summary │ header
 */
export async function* writeBundle<K>({
  subtle,
  random,
  words,
  summary,
  items,
}: Given<K>): AsyncGenerator<Bytes> {
  const base = { iterations, salt: new Uint8Array(random(16)), prefix: new Uint8Array(random(8)) }
  const key = await deriveFileKey(subtle, words, base)
  const cipher = createCipher(subtle, key, base)
  const header = writeHeader({ ...base, check: await makeCheck(cipher) })
  let slot = 0
  let count = 0
  async function* seal(item: Item): AsyncGenerator<Bytes> {
    for (const piece of cutItem(item.kind, count, itemToBytes(item)))
      yield cipher.seal(slot++, writeSlot(piece))
    count++
  }
  yield header
  yield* seal({ kind: 'summary', summary })
  for await (const item of items) yield* seal(item)
  yield* seal({ kind: 'summary', summary })
  yield header
}
