import { addDays } from '../../lib/calendar-day.ts'
import { isValidOn, type Unit } from './unit.ts'

/** A unit that took the place of others, and which those are. */
export interface MergedUnit {
  readonly unit: Unit
  readonly before: readonly Unit[]
  /** Since when, `YYYY-MM-DD`. */
  readonly on: string
}

/**
 * Of some units those that stand and go on with the records of units that have ended, with the last of those.
 * @param all of the province
 * @param own ids
 * @param today `YYYY-MM-DD`
 */
export function listMergedUnits(
  all: readonly Unit[],
  own: Iterable<string>,
  today: string,
): readonly MergedUnit[] {
  const ids = new Set(own)
  const bySuccessor = Map.groupBy(
    all.filter(({ to }) => to !== null && to < today),
    ({ successor }) => successor,
  )
  return all.flatMap(unit => {
    const ended = bySuccessor.get(unit.id)
    if (!ended || !ids.has(unit.id) || !isValidOn(unit, today)) return []
    // It may have taken in others before.
    const last = ended.map(({ to }) => to ?? '').reduce((a, b) => (a > b ? a : b))
    return [{ unit, before: ended.filter(({ to }) => to === last), on: addDays(last, 1) }]
  })
}
