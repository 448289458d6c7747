import type { ThingId } from '../protocol/op.ts'
import type { RowKey } from './replica-store.ts'

/** Something for each of many fields. Thing by thing: to put two names together ten thousand times costs more than to look twice. */
export interface RowMap<T> {
  readonly get: (key: RowKey) => T | undefined
  readonly set: (key: RowKey, value: T) => void
  /** In the order of things, and in each of its fields, as they first came. */
  readonly values: () => T[]
  readonly clear: () => void
}

export function createRowMap<T>(): RowMap<T> {
  const things = new Map<ThingId, Map<string, T>>()
  return {
    get: ([thing, field]) => things.get(thing)?.get(field),
    set([thing, field], value) {
      const fields = things.get(thing)
      if (fields) fields.set(field, value)
      else things.set(thing, new Map([[field, value]]))
    },
    values: () => [...things.values()].flatMap(fields => [...fields.values()]),
    clear: () => things.clear(),
  }
}
