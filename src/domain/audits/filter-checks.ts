import { searchKey } from '../../lib/search-key.ts'
import type { Check } from './audit.ts'
import { gapOf, type PlannedCheck } from './checklist.ts'

/** What an auditor looks for in a long checklist; several narrow it further. */
export const checkFilters = ['unanswered', 'gaps', 'critical', 'mine'] as const
export type CheckFilter = (typeof checkFilters)[number]

export const isCheckFilter = (value: unknown): value is CheckFilter =>
  (checkFilters as readonly unknown[]).includes(value)

interface Given {
  readonly checks: ReadonlyMap<string, Check>
  readonly only: readonly CheckFilter[]
  /** The auditor who looks. */
  readonly person: string
  /** Searched in without regard to case and diacritics; every word has to be there. */
  readonly search: string
  /** All that can be found of a check, in words. */
  readonly textOf: (planned: PlannedCheck) => string
}

/** The checks that pass every filter and hold every word of the search, in their order. */
export function filterChecks(planned: readonly PlannedCheck[], given: Given): readonly PlannedCheck[] {
  const { checks, only, person, textOf } = given
  const words = searchKey(given.search).split(' ').filter(Boolean)
  return planned.filter(one => {
    if (!only.every(filter => passes(filter, one, checks.get(one.key), person))) return false
    if (words.length === 0) return true
    const text = searchKey(textOf(one))
    return words.every(word => text.includes(word))
  })
}

/** Whether a check is one of those that a filter leaves. */
export function passes(
  filter: CheckFilter,
  planned: PlannedCheck,
  check: Check | undefined,
  person: string,
): boolean {
  switch (filter) {
    case 'unanswered':
      return check?.verdict === undefined
    case 'gaps':
      return check?.verdict !== undefined && gapOf(check) !== undefined
    case 'critical':
      return planned.item.isCritical
    case 'mine':
      return planned.auditors.includes(person)
  }
}
