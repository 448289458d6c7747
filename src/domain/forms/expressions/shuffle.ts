import { toNumber, toText } from './coerce.ts'
import { sha256 } from '../../../lib/digest.ts'
import type { Scalar } from './scalar.ts'
import { toUtf8 } from '../../../lib/utf8.ts'

/** Items in another order (Fisher and Yates, inside out). The same seed gives JavaRosa's order. */
export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const mixed = [...items]
  items.forEach((item, at) => {
    const place = Math.floor(random() * (at + 1))
    mixed[at] = mixed[place] ?? item
    mixed[place] = item
  })
  return mixed
}

const modulus = 2_147_483_647

/** Park and Miller (1988), "minimal standard", seeded as JavaRosa does: 0 to 1 inclusive of 0 only. */
export function parkMiller(seed: Scalar): () => number {
  let state = startOf(seed)
  return () => {
    state = (state * 16_807) % modulus
    return (state - 1) / (modulus - 1)
  }
}

/** A seed's whole part as Java's `long`; a text that is no number counts by the first eight bytes of its SHA-256. */
function startOf(seed: Scalar): number {
  const value = toNumber(seed)
  let whole = 0n
  if (!Number.isNaN(value))
    whole = Number.isFinite(value) ? BigInt(Math.trunc(value)) : value > 0 ? 2n ** 63n - 1n : -(2n ** 63n)
  else if (toText(seed) !== '' && typeof seed === 'string')
    for (const byte of sha256(toUtf8(seed)).slice(0, 8)) whole = (whole << 8n) | BigInt(byte)
  const state = Number(BigInt.asIntN(64, whole) % BigInt(modulus))
  return state <= 0 ? state + modulus - 1 : state
}
