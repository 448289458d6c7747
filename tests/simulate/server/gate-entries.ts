import type { EntryStore } from '../../../src/sync/authority/entry-store.ts'

type Call = (...given: never[]) => Promise<unknown>

/** The server may die before and after each call of its store, those within a transaction too. */
export function gateEntries(store: EntryStore, pass: () => void): EntryStore {
  const gated = gateAll(store, pass)
  return {
    ...gated,
    inFeed: (feed, work) =>
      gated.inFeed(feed, async transaction =>
        work({ ...gateAll(transaction, pass), head: transaction.head }),
      ),
  }
}

/** The same port, through a gate before and after each call. */
export function gateAll<T extends object>(port: T, pass: () => void): T {
  const gated = Object.entries(port).map(([name, call]: [string, unknown]) => {
    if (typeof call !== 'function') return [name, call] as const
    const through = async (...given: never[]) => {
      pass()
      const result = await (call as Call)(...given)
      pass()
      return result
    }
    return [name, through] as const
  })
  return Object.fromEntries(gated) as T
}
