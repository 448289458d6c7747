interface Allowance {
  /** Failures that cost nothing. */
  readonly free: number
  readonly firstMs: number
  readonly longestMs: number
}

/** Failed tries by key (an address, a name), forgotten after an hour of peace. In this process's memory. */
export interface Tries {
  waitMs: (key: string) => number
  fail: (key: string, allowance: Allowance) => void
  /** One failure less: what was counted ahead has turned out well. */
  takeBack: (key: string) => void
  forget: (key: string) => void
}

const peaceMs = 3_600_000
const mostKeys = 10_000

export function createTries({ clock }: { readonly clock: () => number }): Tries {
  const known = new Map<string, { failures: number; until: number; at: number }>()
  return {
    waitMs: key => Math.max(0, (known.get(key)?.until ?? 0) - clock()),
    fail(key, { free, firstMs, longestMs }) {
      const now = clock()
      const before = known.get(key)
      const failures = before && now - before.at < peaceMs ? before.failures + 1 : 1
      const wait = failures < free ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(20, failures - free))
      known.delete(key)
      known.set(key, { failures, until: now + wait, at: now })
      const oldest = known.keys().next().value
      if (known.size > mostKeys && oldest !== undefined) known.delete(oldest)
    },
    takeBack(key) {
      const before = known.get(key)
      if (before) known.set(key, { ...before, failures: Math.max(0, before.failures - 1), until: 0 })
    },
    forget: key => known.delete(key),
  }
}
