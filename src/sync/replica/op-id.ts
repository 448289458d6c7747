import type { OpId } from '../protocol/op.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Gives that many random bytes, as good as `crypto.getRandomValues`. */
export type RandomBytes = (count: number) => Uint8Array

/** 96 random bits, base64url (SY2). Also names groups and devices. */
export function newOpId(random: RandomBytes): OpId {
  const bytes = random(12)
  let id = ''
  for (let at = 0; at < 12; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (const shift of [18, 12, 6, 0]) id += alphabet[(bits >> shift) & 63]
  }
  return id
}
