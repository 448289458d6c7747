import type { Assignment } from './assignment.ts'
import { isValidOn } from './unit.ts'

/**
 * Whether somebody is an administrator today and stays one: a province whose last one ends can let nobody in any more.
 * @param assignments of everybody who can sign in
 */
export const hasAdministrator = (assignments: Iterable<Assignment>, today: string): boolean => {
  for (const held of assignments)
    if (held.role === 'administrator' && held.to === null && isValidOn(held, today)) return true
  return false
}
