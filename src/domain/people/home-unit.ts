import type { Assignment } from './assignment.ts'
import type { UnitTree } from './unit-tree.ts'
import { isValidOn, type Unit } from './unit.ts'

/**
 * The unit that a person works for on a day: that of their first role which counts then, or of any where none does; of a
 * unit that has ended, its successor.
 * @param day `YYYY-MM-DD`
 */
export function homeUnit(assignments: readonly Assignment[], tree: UnitTree, day: string): Unit | undefined {
  const unit = (assignments.find(one => isValidOn(one, day)) ?? assignments[0])?.unit ?? ''
  return tree.standing(unit, day) ?? tree.get(unit)
}
