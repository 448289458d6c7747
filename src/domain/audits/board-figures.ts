import { daysBetween } from '../../lib/calendar-day.ts'
import { isSettled, type FindingState } from './finding-state.ts'
import type { FindingLine } from './list-findings.ts'
import { needsAction } from './grade.ts'

/** How old an open finding is, in days since it was raised. */
export const ages = ['upTo15', 'upTo30', 'upTo60', 'over60'] as const
export type Age = (typeof ages)[number]

export interface Bar {
  readonly key: string
  readonly count: number
  readonly lines: readonly FindingLine[]
}

export interface BoardFigures {
  /** Findings that ask for action, by state and age; every one of them in exactly one cell. */
  readonly byState: ReadonlyMap<FindingState, Readonly<Record<Age, number>>>
  /** Nonconformities by clause, most first; one with two clauses counts for both. */
  readonly byClause: readonly Bar[]
  /** Late ones by commune, most first. */
  readonly lateByUnit: readonly Bar[]
  readonly open: number
  readonly late: number
  readonly repeats: number
}

export const ageOf = (raisedOn: string, today: string): Age => {
  const days = daysBetween(raisedOn, today)
  if (days <= 15) return 'upTo15'
  if (days <= 30) return 'upTo30'
  return days <= 60 ? 'upTo60' : 'over60'
}

/** What the board counts; each figure says which lines it counts, so that it drills down to them. */
export function boardFigures(lines: readonly FindingLine[], today: string): BoardFigures {
  const asked = lines.filter(({ grade }) => needsAction(grade))
  const open = asked.filter(({ state }) => !isSettled(state))
  const byState = new Map<FindingState, Record<Age, number>>()
  for (const { state, raisedOn } of asked) {
    const cells = byState.get(state) ?? { upTo15: 0, upTo30: 0, upTo60: 0, over60: 0 }
    cells[ageOf(raisedOn, today)]++
    byState.set(state, cells)
  }
  const late = open.filter(({ daysLate }) => daysLate > 0)
  return {
    byState,
    byClause: bars(asked.flatMap(line => line.clauses.map(clause => [clause, line] as const))),
    lateByUnit: bars(late.map(line => [line.unit, line] as const)),
    open: open.length,
    late: late.length,
    repeats: asked.filter(({ isRepeat }) => isRepeat).length,
  }
}

function bars(pairs: readonly (readonly [string, FindingLine])[]): readonly Bar[] {
  return [...Map.groupBy(pairs, ([key]) => key)]
    .map(([key, own]) => ({ key, count: own.length, lines: own.map(([, line]) => line) }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}
