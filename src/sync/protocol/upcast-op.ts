import { schemaVersion, type Op } from './op.ts'

/**
 * Brings an op from one schema to the next, the same op always to the same one. Only type, field and value may become
 * others: what says which op it is, and where, stays.
 */
export type Upcaster = (op: Op) => Op

/**
 * Step n (from 0) brings schema n + 1 to n + 2. Steps are only ever added, together with a higher `schemaVersion`, and
 * never changed, so that what a tablet kept for years is understood as it was meant (SY14).
 */
export const upcasters: readonly Upcaster[] = []

/** The op as this build would have written it; one of a newer build comes back as it is. */
export function upcastOp(op: Op, steps: readonly Upcaster[] = upcasters): Op {
  const from = Number.isSafeInteger(op.schema) && op.schema >= 1 ? op.schema : 1
  return steps.slice(from - 1).reduce((older, step, at) => ({ ...step(older), schema: from + at + 1 }), op)
}

/** Whether an op is of a build newer than this one, so that nothing can be said about it yet. */
export const isOfNewerSchema = (op: Op, steps: readonly Upcaster[] = upcasters): boolean =>
  op.schema > schemaOf(steps)

/** The schema that these steps lead to. */
export const schemaOf = (steps: readonly Upcaster[]): number => Math.max(schemaVersion, steps.length + 1)
