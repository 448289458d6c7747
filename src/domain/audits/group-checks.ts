import { areas } from './area.ts'
import type { PlannedCheck } from './checklist.ts'
import { byClause } from './clause.ts'

/** How a checklist is walked: along the standard, or from desk to desk. */
export const checkOrders = ['clause', 'area'] as const
export type CheckOrder = (typeof checkOrders)[number]

export interface CheckGroup {
  /** A clause of two levels (`7.5`), or an area. */
  readonly id: string
  readonly checks: readonly PlannedCheck[]
}

/** Puts checks into the groups in which they are walked; within a group they keep the checklist's order. */
export function groupChecks(planned: readonly PlannedCheck[], order: CheckOrder): readonly CheckGroup[] {
  const groups = Map.groupBy(planned, one => (order === 'area' ? one.area : headingOf(one)))
  const places = new Map(areas.map(({ id }, at) => [id, at]))
  return [...groups]
    .map(([id, checks]) => ({ id, checks }))
    .sort((a, b) =>
      order === 'clause'
        ? byClause(a.id, b.id)
        : (places.get(a.id) ?? Infinity) - (places.get(b.id) ?? Infinity),
    )
}

const headingOf = ({ item }: PlannedCheck): string => (item.clauses[0] ?? '').split('.').slice(0, 2).join('.')
