import { tagBytes } from './cipher.ts'
import type { Bytes } from './file-header.ts'

/** `summary` comes first and last: a file without one at its end was cut off. */
export const itemKinds = ['summary', 'changes', 'fileList', 'file'] as const
export type ItemKind = (typeof itemKinds)[number]

/** One piece of one item. All parts of an item follow each other. */
export interface Slot {
  readonly kind: ItemKind
  /** Items are counted from 0. */
  readonly item: number
  readonly part: number
  readonly parts: number
  readonly bytes: Bytes
}

/** All slots are of one size, so that damage in one never moves the others. */
export const slotBytes = 16 * 1024
const plainBytes = slotBytes - tagBytes
const headBytes = 17
/** Bytes of an item that one slot carries. */
export const slotRoom = plainBytes - headBytes

export function writeSlot({ kind, item, part, parts, bytes }: Slot): Bytes {
  const plain = new Uint8Array(plainBytes)
  const view = new DataView(plain.buffer)
  plain[0] = itemKinds.indexOf(kind)
  view.setUint32(1, item)
  view.setUint32(5, part)
  view.setUint32(9, parts)
  view.setUint32(13, bytes.length)
  plain.set(bytes, headBytes)
  return plain
}

/** Undefined for what a newer build may have put there. */
export function readSlot(plain: Bytes): Slot | undefined {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.length)
  const kind = plain.length === plainBytes ? itemKinds[plain[0] ?? -1] : undefined
  if (kind === undefined) return undefined
  const length = view.getUint32(13)
  if (length > slotRoom) return undefined
  const bytes = plain.slice(headBytes, headBytes + length)
  return { kind, item: view.getUint32(1), part: view.getUint32(5), parts: view.getUint32(9), bytes }
}

/** An item cut into slots. */
export function* cutItem(kind: ItemKind, item: number, bytes: Bytes): Generator<Slot> {
  const parts = Math.max(1, Math.ceil(bytes.length / slotRoom))
  for (let part = 0; part < parts; part++)
    yield { kind, item, part, parts, bytes: bytes.subarray(part * slotRoom, (part + 1) * slotRoom) }
}
