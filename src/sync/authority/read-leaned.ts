import { upcastOp, type Upcaster } from '../protocol/upcast-op.ts'
import type { Entry, Op, ThingId } from '../protocol/op.ts'
import type { EntryStore } from './entry-store.ts'
import type { Leaned, Leaning } from './leaning.ts'
import { rulesOf } from './rules-of.ts'

/** The thing that an op leans on; undefined for most. */
export function leaningOf(sent: Op, steps: readonly Upcaster[]): Leaning | undefined {
  const op = upcastOp(sent, steps)
  return rulesOf(op.type)?.leansOn?.(op)
}

/** Reads those things as they are, without the locks of their feeds. */
export async function readLeaned(
  store: Pick<EntryStore, 'readThing'>,
  ops: readonly Op[],
  steps: readonly Upcaster[],
): Promise<Leaned> {
  const leanings = new Map(
    ops.flatMap(op => {
      const leaning = leaningOf(op, steps)
      return leaning ? [[leaning.thing, leaning] as const] : []
    }),
  )
  const leaned = new Map<ThingId, readonly Entry[]>()
  for (const { feed, thing } of leanings.values()) leaned.set(thing, await store.readThing(feed, thing))
  return leaned
}
