import { addDays } from '../../lib/calendar-day.ts'
import type { Assignment } from './assignment.ts'

/**
 * How an assignment is ended so that it counts from now on for nothing: its last day was yesterday. One that has not
 * counted on any day before is taken back: null. Undefined when it ended before.
 */
export function endNow(held: Assignment, today: string): Assignment | null | undefined {
  if (held.to !== null && held.to < today) return undefined
  return held.from >= today ? null : { ...held, to: addDays(today, -1) }
}

/** An assignment as the field `assignments/<id>` of a person keeps it. */
export const assignmentValue = ({ role, unit, from, to, areas }: Omit<Assignment, 'id' | 'person'>) => ({
  role,
  unit,
  from,
  to,
  ...(areas && { areas: [...areas] }),
})
