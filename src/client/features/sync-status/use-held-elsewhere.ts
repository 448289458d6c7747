import { useCallback, useEffect, useState } from 'react'
import { addOlderHeld } from '../../context/add-older-held.ts'
import { useApp } from '../../context/app-context.tsx'
import type { HeldElsewhereList } from '../../context/app.ts'

export interface HeldElsewhereSoFar {
  /** Undefined until it was heard. */
  readonly list: HeldElsewhereList | undefined
  /** Fetches the next older ones; resolves to whether they came. */
  readonly showOlder: () => Promise<boolean>
}

/** What the server holds of others, and has to say of the own. */
export function useHeldElsewhere(): HeldElsewhereSoFar {
  const app = useApp()
  const [list, setList] = useState<HeldElsewhereList>()
  useEffect(() => {
    let isCurrent = true
    void app.heldElsewhere().then(found => {
      if (isCurrent && found) setList(found)
    })
    return () => {
      isCurrent = false
    }
  }, [app])
  const next = list?.next
  const showOlder = useCallback(async () => {
    const older = await app.heldElsewhere(next)
    // A second tap may have brought them already.
    if (older) setList(known => (known && known.next === next ? addOlderHeld(known, older) : known))
    return older !== undefined
  }, [app, next])
  return { list, showOlder }
}
