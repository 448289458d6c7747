import { useEffect, useState } from 'react'
import type { Watchable } from './app.ts'

/** The latest value of something watched; undefined until the first has come. `make` is called again when `key` changes. */
export function useWatched<T>(make: () => Watchable<T>, key: string): T | undefined {
  const [seen, setSeen] = useState<{ readonly key: string; readonly value: T }>()
  useEffect(() => {
    const subscription = make().subscribe(value => setSeen({ key, value }))
    return () => subscription.unsubscribe()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key names everything `make` depends on
  }, [key])
  return seen?.key === key ? seen.value : undefined
}
