/** A page that is never idle, or cannot say so, does the work after so long. */
const longestMs = 4_000

/** Does the work once the page has nothing else to do; gives what calls it off. */
export function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, longestMs)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(work, { timeout: longestMs })
  return () => cancelIdleCallback(asked)
}
