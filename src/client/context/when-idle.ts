/** A page that is never idle does the work after so long; one that cannot say so, after a moment. */
const [longestMs, momentMs] = [4_000, 500]

/** Does the work once the page has nothing else to do; gives what calls it off. */
export function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, momentMs)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(work, { timeout: longestMs })
  return () => cancelIdleCallback(asked)
}
