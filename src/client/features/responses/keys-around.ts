/** An answer is shown together with what it changes so many questions before and after it; the rest a frame later. */
const nearby = 3

/** A question's key and those of its neighbours, of the keys of a form in their order. */
export function keysAround(keys: readonly string[], key: string): readonly string[] {
  const at = keys.indexOf(key)
  return at < 0 ? [key] : keys.slice(Math.max(0, at - nearby), at + nearby + 1)
}
