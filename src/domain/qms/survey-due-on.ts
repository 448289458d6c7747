import type { Unit } from '../people/unit.ts'
import type { Programme } from './programme.ts'

/**
 * The last day on which a commune's survey is on time, `YYYY-MM-DD`; undefined when none was set, when the programme is
 * over, and for a unit that was founded after that day: it could not be on time.
 */
export const surveyDueOn = (
  { endedOn, surveyDueOn: day }: Pick<Programme, 'endedOn' | 'surveyDueOn'>,
  { from }: Pick<Unit, 'from'>,
): string | undefined => (endedOn === undefined && day !== undefined && from <= day ? day : undefined)
