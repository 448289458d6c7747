const firstMs = 1_000
const longestMs = 5 * 60_000

/**
 * How long to wait before trying again, in milliseconds: anything up to a bound that doubles ("full jitter",
 * M. Brooker, AWS Architecture Blog 2015), so that tablets cut off together do not come back together (SY13).
 * @param attempt failures so far in a row, from 1
 * @param random in [0, 1)
 */
export function nextDelay(attempt: number, random: () => number): number {
  const bound = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 20))
  return Math.floor(random() * bound)
}
