import type { Assignment } from './assignment.ts'
import { isValidOn } from './unit.ts'

/** In which areas of a commune somebody works: a list, or `all` when their assignment does not say. */
export type OwnWork = readonly string[] | 'all'

const staff: readonly string[] = ['communeOfficial', 'communeLeader']

/**
 * The areas of a commune that are a person's own work on a day. Leaders answer for all of them; an official whose
 * assignment names no areas may work in any (ISO 19011, 4 e: auditors do not audit their own work).
 */
export function ownWorkAt(assignments: readonly Assignment[], unit: string, day: string): OwnWork {
  const own = assignments.filter(
    held => held.unit === unit && staff.includes(held.role) && isValidOn(held, day),
  )
  if (own.some(({ role, areas }) => role === 'communeLeader' || areas === undefined)) return 'all'
  return [...new Set(own.flatMap(({ areas = [] }) => areas))]
}

export const isOwnWork = (work: OwnWork, area: string): boolean => work === 'all' || work.includes(area)
