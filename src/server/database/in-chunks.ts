/** Cuts a list so that no statement has more values than an engine takes (SQLite 32,766, PostgreSQL 65,535). */
export function* inChunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

/** Runs a query for each chunk of a list and joins the rows. */
export async function selectInChunks<T, R>(
  items: readonly T[],
  select: (chunk: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const rows: R[] = []
  for (const chunk of inChunks(items, 1000)) rows.push(...(await select(chunk)))
  return rows
}
