/** What a file says of itself, to whoever has the words: counts and places, no content. */
export interface Summary {
  readonly bundle: string
  /** The author's id, and their name for a tablet that does not know them. */
  readonly author: string
  readonly name: string
  /** Milliseconds since 1970, by the author's tablet. */
  readonly at: number
  readonly changes: number
  readonly files: number
  /** Feeds that the changes are for. */
  readonly feeds: readonly string[]
}

export function readSummary(json: unknown): Summary | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { bundle, author, name, at, changes, files, feeds } = json as Record<string, unknown>
  if (typeof bundle !== 'string' || typeof author !== 'string' || typeof name !== 'string') return undefined
  if (!isCount(at) || !isCount(changes) || !isCount(files) || !Array.isArray(feeds)) return undefined
  const named = (feeds as unknown[]).filter(feed => typeof feed === 'string')
  return { bundle, author, name, at, changes, files, feeds: named }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
