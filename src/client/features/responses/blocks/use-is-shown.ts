import { useSyncExternalStore } from 'react'
import { useFilling, useSubscribeAll } from '../filling-context.tsx'
import type { Filling } from '../filling.ts'

/** Something told of the form as it stands; must give the same as long as it says the same. */
export function useTold<T extends string | number | boolean>(tell: (filling: Filling) => T): T {
  const { filling } = useFilling()
  return useSyncExternalStore(useSubscribeAll(), () => tell(filling))
}

/** Whether a group or repeat is shown. */
export const useIsShown = (key: string): boolean => useTold(({ session }) => session.isShown(key))
