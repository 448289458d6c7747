import { useState } from 'react'

/**
 * A value that is changed piece by piece and stored whole. What was set here comes before what is stored until the two
 * are the same, so that the next piece is never put into an older whole: "saved" is known a moment before it is read.
 */
export function useAhead<T>(
  stored: T,
  isSame: (a: T, b: T) => boolean,
): readonly [value: T, set: (next: T | undefined) => void] {
  const [ahead, setAhead] = useState<{ readonly value: T }>()
  // The stored value has caught up: from now on what others write shows.
  if (ahead && isSame(ahead.value, stored)) setAhead(undefined)
  return [ahead ? ahead.value : stored, next => setAhead(next === undefined ? undefined : { value: next })]
}
