import { seededRandom } from './seeded-random.ts'

/** Ids in the shape of UUIDs v4 that are the same at every run. */
export function seededIds(seed = 1): () => string {
  const random = seededRandom(seed)
  const hex = (digits: number) => Array.from({ length: digits }, () => random.below(16).toString(16)).join('')
  return () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[random.below(4)] ?? '8'}${hex(3)}-${hex(12)}`
}
