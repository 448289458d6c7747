import * as z from 'zod/mini'
import type { Answer, SyncResponse, WireEntry } from '../../sync/protocol/wire.ts'

const count = z.int().check(z.nonnegative())

export const answer = z.union([
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
  answers: z.custom<readonly Answer[]>(Array.isArray),
  pages: z.array(page),
  gone: z.array(z.string()),
  epoch: z.optional(z.string().check(z.minLength(1))),
  renewDevice: z.boolean(),
  seat: z.optional(z.int().check(z.positive())),
  backup: z.optional(z.object({ at: count, epoch: z.string(), heads: z.record(z.string(), count) })),
})

/**
 * Whether an answer is our server's: all of the envelope, and of each entry that it is one. Only then may it
 * touch the outbox (SY13). Undefined when it is not.
 */
export function readSyncResponse(json: unknown): SyncResponse | undefined {
  const read = envelope.safeParse(json)
  if (!read.success || !read.data.answers.every(isAnswer)) return undefined
  if (!read.data.pages.every(({ entries }) => entries.every(isEntry))) return undefined
  return read.data as SyncResponse
}

const taken: readonly unknown[] = ['ok', 'duplicate', 'conflict']

// By hand: ten thousand of these come at once, and of entries too.
function isAnswer(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  const { result, reason, seq, hlc, wins } = answer as Readonly<Record<string, unknown>>
  if (result === 'held') return typeof reason === 'string'
  return (
    taken.includes(result) &&
    Number.isSafeInteger(seq) &&
    Number(seq) >= 0 &&
    Number.isFinite(hlc) &&
    typeof wins === 'boolean'
  )
}

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
