import type { FormPlace } from './form-place.ts'

/** A repeat whose rows a count asks for, not people. */
export const isCounted = ({ item }: FormPlace): boolean =>
  item !== undefined && 'count' in item && item.count !== undefined

/** It stands in rows that a count brings: nobody can have recorded what is in a row that just came. */
export const isInCounted = ({ repeats }: FormPlace): boolean => repeats.some(isCounted)
