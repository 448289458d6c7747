/**
 * Puts keys in an order in which each one comes after all that it reads, and otherwise as given. What closes a
 * cycle is reported as the cycle spelled out, from a key back to itself: each reads the next.
 */
export function orderByReads(reads: ReadonlyMap<string, readonly string[]>): {
  readonly order: readonly string[]
  readonly cycles: readonly (readonly string[])[]
} {
  const done = new Set<string>()
  const cycles: (readonly string[])[] = []
  // From a key down to what it reads; no recursion, since a chain may be longer than the call stack.
  const way: { readonly key: string; readonly rest: Iterator<string> }[] = []
  const onWay = new Set<string>()
  const enter = (key: string): void => {
    way.push({ key, rest: (reads.get(key) ?? []).values() })
    onWay.add(key)
  }

  for (const start of reads.keys()) {
    if (!done.has(start)) enter(start)
    for (let last = way.at(-1); last; last = way.at(-1)) {
      const next = last.rest.next()
      if (next.done) {
        way.pop()
        onWay.delete(last.key)
        done.add(last.key)
      } else if (onWay.has(next.value)) {
        const keys = way.map(({ key }) => key)
        cycles.push([...keys.slice(keys.indexOf(next.value)), next.value])
      } else if (reads.has(next.value) && !done.has(next.value)) enter(next.value)
    }
  }
  return { order: [...done], cycles }
}
