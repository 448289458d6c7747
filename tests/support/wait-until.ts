import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again until the answer is there; says what it waited for when it is not. */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  { timeoutMs = 30_000, everyMs = 50 } = {},
): Promise<T> {
  const end = performance.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (performance.now() > end) throw new Error(`${what}: not after ${timeoutMs / 1000} s`)
    await sleep(everyMs)
  }
}
