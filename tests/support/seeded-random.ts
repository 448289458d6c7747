/** Chance that repeats itself: the same seed gives the same row (mulberry32). */
export interface SeededRandom {
  readonly seed: number
  /** 0 ≤ x < 1, as Math.random. */
  readonly next: () => number
  /** A whole number, 0 ≤ n < below. */
  readonly below: (below: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly isHit: (probability: number) => boolean
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    seed,
    next,
    below,
    pick: list => {
      const [first] = list
      if (first === undefined) throw new Error('nothing to pick from')
      return list[below(list.length)] ?? first
    },
    isHit: probability => next() < probability,
  }
}
