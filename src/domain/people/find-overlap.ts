import type { Assignment } from './assignment.ts'

type Held = Pick<Assignment, 'id' | 'person' | 'role' | 'unit' | 'from' | 'to'>

/**
 * The assignment that says what another one says already: the same person, role and unit on at least one common day.
 * One with the same id is the one that is being changed, and one whose last day lies before its first is of no day.
 * @param held in any order, of any people
 */
export const findOverlap = <T extends Held>(held: readonly T[], wanted: Held): T | undefined =>
  held.find(
    one =>
      one.id !== wanted.id &&
      one.person === wanted.person &&
      one.role === wanted.role &&
      one.unit === wanted.unit &&
      firstCommonDay(one, wanted) !== undefined,
  )

function firstCommonDay(a: Held, b: Held): string | undefined {
  const from = a.from > b.from ? a.from : b.from
  const lasts = [a.to, b.to].filter(day => day !== null)
  return lasts.every(last => from <= last) ? from : undefined
}
