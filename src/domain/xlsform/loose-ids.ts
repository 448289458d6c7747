/** Hands out `_1`, `_2` … for sections that stand in no group, leaving out ids that are taken. */
export function nextLooseIds(taken: readonly unknown[]): () => string {
  const ids = new Set(taken)
  let at = 0
  return () => {
    do at++
    while (ids.has(`_${at}`))
    return `_${at}`
  }
}
