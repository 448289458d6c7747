import { useSyncExternalStore } from 'react'

const query = '(max-width: 799px)'

/** Where sixteen columns have no room. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    changed => {
      const list = globalThis.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => globalThis.matchMedia(query).matches,
  )
}
