import type { Unit } from '../people/unit.ts'
import type { Programme } from './programme.ts'

/** What of a commune decides which days count for it. */
export type CommuneSpan = Pick<Unit, 'id' | 'from' | 'to'>

/**
 * A day of a programme, where it counts for the commune, `YYYY-MM-DD`; undefined when none was set, when the programme is
 * over or not the commune's any more, for a unit that has ended, and for one that was founded after that day: it could
 * not be on time.
 * @param programme one of `readProgrammes`
 */
export const dueOn = (
  day: string | undefined,
  { endedOn, communes }: Pick<Programme, 'endedOn' | 'communes'>,
  { id, from, to }: CommuneSpan,
  today: string,
): string | undefined =>
  day !== undefined &&
  endedOn === undefined &&
  communes.has(id) &&
  from <= day &&
  (to === null || today <= to)
    ? day
    : undefined
