/** A key of IndexedDB, as far as the app uses them. */
export type Key = number | string | readonly Key[]

/** Reads `op.id`, or `[thing+field]` as a list of both. */
export function readKey(record: object, path: string): Key {
  if (path.startsWith('['))
    return path
      .slice(1, -1)
      .split('+')
      .map(part => readKey(record, part))
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], record) as Key
}

/** The order of IndexedDB (https://www.w3.org/TR/IndexedDB/#compare-two-keys): numbers, texts, lists. */
export function compareKeys(a: Key, b: Key): number {
  const [left, right] = [rank(a), rank(b)]
  if (left !== right) return left - right
  if (!Array.isArray(a) || !Array.isArray(b)) return a < b ? -1 : a > b ? 1 : 0
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at++) {
    const order = compareKeys(a[at] as Key, b[at] as Key)
    if (order !== 0) return order
  }
  return a.length - b.length
}

export const keyText = (key: Key): string => (typeof key === 'string' ? key : JSON.stringify(key))

const rank = (key: Key): number => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2)
