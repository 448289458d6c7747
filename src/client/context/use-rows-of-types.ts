import type { Row } from '../../sync/replica/row.ts'
import type { Watchable } from './app.ts'
import { useApp } from './app-context.tsx'
import { useWatched } from './use-watched.ts'

/** Rows of several types whose field begins with a prefix; undefined until all are read. */
export function useRowsOfTypes(types: readonly string[], prefix: string): readonly Row[] | undefined {
  const app = useApp()
  return useWatched(
    () => allOf(types.map(type => app.watchFields(type, prefix))),
    `${app.person.id} ${types.join('+')} ${prefix}`,
  )
}

/** All lists in one, once each has come. */
const allOf = <T>(parts: readonly Watchable<readonly T[]>[]): Watchable<readonly T[]> => ({
  subscribe(next) {
    const lists = new Map<number, readonly T[]>()
    const subscriptions = parts.map((part, at) =>
      part.subscribe(list => {
        lists.set(at, list)
        if (lists.size === parts.length) next([...lists.values()].flat())
      }),
    )
    return { unsubscribe: () => subscriptions.forEach(one => one.unsubscribe()) }
  },
})
