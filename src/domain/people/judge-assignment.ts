import { isDay } from '../../lib/calendar-day.ts'
import type { Assignment } from './assignment.ts'
import { findOverlap } from './find-overlap.ts'
import { isValidOn, type UnitKind } from './unit.ts'
import type { UnitTree } from './unit-tree.ts'
import { unitsOfRole } from './units-of-role.ts'

/** Why an assignment cannot be. */
export type AssignmentFault =
  | { readonly type: 'badDay' | 'endsBeforeItBegins' | 'unknownUnit' | 'unitNotThere' }
  | { readonly type: 'wrongUnit'; readonly kinds: readonly UnitKind[] }
  | { readonly type: 'overlaps'; readonly from: string; readonly to: string | null }

interface Given {
  readonly tree: UnitTree
  /** What the same person holds already; the one with the same id is the one that is being changed. */
  readonly held: readonly Assignment[]
}

/**
 * Judges an assignment before it is written, alike on the screen, for a file and at the server; undefined when it may
 * be. Days are `YYYY-MM-DD`. An end before the beginning is allowed nowhere: what never began is taken back instead.
 */
export function judgeAssignment(wanted: Assignment, { tree, held }: Given): AssignmentFault | undefined {
  const { from, to, role } = wanted
  if (!isDay(from) || (to !== null && !isDay(to))) return { type: 'badDay' }
  if (to !== null && to < from) return { type: 'endsBeforeItBegins' }
  const unit = tree.get(wanted.unit)
  if (!unit) return { type: 'unknownUnit' }
  if (!isValidOn(unit, from) && !(unit.from > from && (to === null || to >= unit.from)))
    return { type: 'unitNotThere' }
  const kinds = unitsOfRole[role]
  if (!kinds.includes(unit.kind)) return { type: 'wrongUnit', kinds }
  const overlap = findOverlap(held, wanted)
  return overlap && { type: 'overlaps', from: overlap.from, to: overlap.to }
}
