/** A value that others look at and listen to; the same object until something in it changes. */
export interface Watched<T> {
  status: () => T
  set: (change: Partial<T>) => void
  subscribe: (listener: () => void) => () => void
}

export function createWatched<T extends object>(start: T): Watched<T> {
  let value = start
  const listeners = new Set<() => void>()
  return {
    status: () => value,
    set(change) {
      const keys = Object.keys(change) as (keyof T)[]
      if (keys.every(key => Object.is(change[key], value[key]))) return
      value = { ...value, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
