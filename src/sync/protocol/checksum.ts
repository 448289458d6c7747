import type { Entry } from './op.ts'

const modulus = 2 ** 48

/** FNV-1a over the UTF-16 units of a text, twice with other seeds, joined to 48 bits. */
function hash48(text: string): number {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x85ebca6b)
  }
  return (low >>> 0) * 2 ** 16 + ((high >>> 16) & 0xffff)
}

type Version = Pick<Entry, 'thing' | 'field' | 'op'>

const weight = ({ thing, field, op }: Version): number => hash48(`${thing}\n${field}\n${op}`)

/** Sum over the versions of a feed, the same in any order (SY7). `sum` starts at 0. */
export const addToChecksum = (sum: number, version: Version): number => (sum + weight(version)) % modulus

/** Takes a replaced version out of the sum again. */
export const takeFromChecksum = (sum: number, version: Version): number =>
  (sum - weight(version) + modulus) % modulus
