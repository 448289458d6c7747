/** How many bytes of ops one request carries (SY13): starts small, for a network that may be EDGE. */
export const batchBytes = { least: 1024, first: 8 * 1024, most: 128 * 1024 } as const

export const growBatch = (bytes: number): number =>
  Math.max(batchBytes.least, Math.min(batchBytes.most, bytes * 2))

export const shrinkBatch = (bytes: number): number => Math.max(batchBytes.least, Math.floor(bytes / 2))

/** Bytes of entries asked for in the answer: the way down is wider than the way up. */
export const roomFor = (bytes: number): number => Math.max(bytes, batchBytes.least) * 4
