import type { Check } from './audit.ts'
import { gapOf, type PlannedCheck } from './checklist.ts'

export interface CheckCounts {
  readonly total: number
  /** With a verdict and all that it needs. */
  readonly done: number
  /** With a verdict that lacks something. */
  readonly withGaps: number
}

/** How far the fieldwork is. */
export function countChecks(
  planned: readonly PlannedCheck[],
  checks: ReadonlyMap<string, Check>,
): CheckCounts {
  let done = 0
  let withGaps = 0
  for (const { key } of planned) {
    const check = checks.get(key)
    if (!check?.verdict) continue
    if (gapOf(check) === undefined) done++
    else withGaps++
  }
  return { total: planned.length, done, withGaps }
}
