/**
 * Whether more than `most` lists and objects lie in each other. JSON.parse takes any depth, but what walks a value by
 * recursion runs out of stack some thousands of levels down; so this does not.
 */
export function isDeeperThan(value: unknown, most: number): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; ; depth++) {
    const holders = level.filter(one => typeof one === 'object' && one !== null)
    if (holders.length === 0) return false
    if (depth === most) return true
    level = holders.flatMap(holder => Object.values(holder as object) as readonly unknown[])
  }
}
