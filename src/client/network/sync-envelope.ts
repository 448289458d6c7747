import * as z from 'zod/mini'
import type { SyncResponse, WireEntry } from '../../sync/protocol/wire.ts'

const count = z.int().check(z.nonnegative())

const answer = z.union([
  z.object({
    result: z.enum(['ok', 'duplicate', 'conflict']),
    seq: count,
    hlc: z.number(),
    wins: z.boolean(),
  }),
  z.object({ result: z.literal('held'), reason: z.string() }),
])

const page = z.object({
  feed: z.string(),
  epoch: z.string().check(z.minLength(1)),
  head: count,
  cursor: count,
  more: z.boolean(),
  count,
  checksum: count,
  chain: z.optional(z.string()),
  entries: z.custom<readonly WireEntry[]>(Array.isArray),
})

const envelope = z.object({
  protocol: z.number(),
  now: z.number(),
  answers: z.array(answer),
  pages: z.array(page),
  gone: z.array(z.string()),
  renewDevice: z.boolean(),
  backup: z.optional(z.object({ at: count, epoch: z.string(), heads: z.record(z.string(), count) })),
})

/**
 * Whether an answer is our server's: all of the envelope, and of each entry that it is one. Only then may it
 * touch the outbox (SY13). Undefined when it is not.
 */
export function readSyncResponse(json: unknown): SyncResponse | undefined {
  const read = envelope.safeParse(json)
  if (!read.success || !read.data.pages.every(({ entries }) => entries.every(isEntry))) return undefined
  return read.data as SyncResponse
}

// By hand: ten thousand of these come at once.
function isEntry(entry: unknown): boolean {
  if (!Array.isArray(entry) || entry.length < 9) return false
  const [seq, type, thing, field, value, hlc, op, author, at] = entry as unknown[]
  return (
    Number.isSafeInteger(seq) &&
    typeof type === 'string' &&
    typeof thing === 'string' &&
    typeof field === 'string' &&
    value !== undefined &&
    typeof hlc === 'number' &&
    typeof op === 'string' &&
    typeof author === 'string' &&
    typeof at === 'number'
  )
}
