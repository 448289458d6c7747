import type { Unit } from '../../people/unit.ts'
import type { QmsFacts } from '../../qms/qms-facts.ts'
import { trainingCoverage } from '../../qms/training-coverage.ts'
import type { StaffRow } from './qms-tables.ts'

/** Everybody who is or was in a commune's scope, and whether they have had awareness training. */
export function listStaffRows(
  facts: QmsFacts,
  where: { readonly unit: Unit; readonly district: Unit | undefined },
  today: string,
): readonly StaffRow[] {
  const covered = new Map(
    trainingCoverage(facts, 'aware', today).map(one => [one.id, one.sessions.length > 0]),
  )
  return [...facts.road.staff].map(([id, member]) => ({
    ...where,
    member,
    isTrained: covered.get(id) ?? null,
  }))
}
