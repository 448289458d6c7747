import * as z from 'zod'
import { limits } from '../../sync/protocol/limits.ts'
import type { SyncRequest } from '../../sync/protocol/wire.ts'

/** Far above what an op may name: a longer one is held by itself, not refused with all others (SY4). */
const name = z.string().max(50 * limits.name)
const count = z.number().int().nonnegative()

export const wireOp = z.strictObject({
  id: name,
  device: name,
  seq: z.number(),
  group: name,
  feed: name,
  type: name,
  thing: name,
  field: name,
  value: z.json(),
  hlc: z.number(),
  base: name.nullable(),
  schema: z.number(),
})

/** More than a tablet ever sends at once; it is asked to come with less. */
export const mostOps = 5000

/** The request as a whole: unknown keys are refused here; what an op says is judged op by op (SY4). */
export const syncRequest = z.strictObject({
  protocol: count,
  person: name,
  device: name,
  ops: z.array(wireOp),
  cursors: z.record(name, z.tuple([name, count])),
  room: count,
  backup: count.optional(),
  seat: count.optional(),
}) satisfies z.ZodType<SyncRequest>
