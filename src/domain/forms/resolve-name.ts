import type { FormPlace } from './form-place.ts'

/** How many repeats two places share, from the outermost on. */
export function countSharedRepeats(a: FormPlace, b: FormPlace): number {
  const of = repeatsAround(a)
  const other = repeatsAround(b)
  let shared = 0
  while (shared < of.length && of[shared] === other[shared]) shared++
  return shared
}

/** The repeats whose rows a place stands in; a repeat's row stands in itself. */
export const repeatsAround = (place: FormPlace): readonly FormPlace[] =>
  place.isRepeat ? [...place.repeats, place] : place.repeats
