import { addDays } from '../../lib/calendar-day.ts'
import { steps } from './steps.ts'

/**
 * The day each step is to be done by, when the first one begins on a day and each takes as long as it usually does.
 * @param begun `YYYY-MM-DD`
 */
export function planFrom(begun: string): ReadonlyMap<string, string> {
  let day = begun
  return new Map(
    steps.map(({ id, days }) => {
      day = addDays(day, days)
      return [id, day]
    }),
  )
}
