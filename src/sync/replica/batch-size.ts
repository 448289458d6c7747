/**
 * How many bytes of ops, as JSON, one request carries (SY13): starts small, for a network that may be EDGE. Ops travel at
 * about a fifth of their JSON, so the first request is about 5 KB on the wire; each one more costs a round trip.
 */
export const batchBytes = { least: 1024, first: 24 * 1024, most: 128 * 1024 } as const

/** An op of this length passes every day: where it does not, the network is at fault. */
export const everydayOpBytes = 8 * 1024

export const growBatch = (bytes: number): number =>
  Math.max(batchBytes.least, Math.min(batchBytes.most, bytes * 2))

export const shrinkBatch = (bytes: number): number => Math.max(batchBytes.least, Math.floor(bytes / 2))

/** Bytes of entries asked for in the answer: the way down is wider than the way up. */
export const roomFor = (bytes: number): number => Math.max(bytes, batchBytes.least) * 4
