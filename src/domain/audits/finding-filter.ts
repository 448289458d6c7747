import { daysBetween } from '../../lib/calendar-day.ts'
import { isSettled, type FindingState } from './finding-state.ts'
import { grades, needsAction } from './grade.ts'
import type { FindingLine } from './list-findings.ts'

/** How old a finding is, in days since it was raised. */
export const ages = ['upTo15', 'upTo30', 'upTo60', 'over60'] as const
export type Age = (typeof ages)[number]

/** What the board looks at: the person's own, what asks for action at all, or what stands out among them. */
export const findingFocuses = ['mine', 'open', 'late', 'repeat', 'asked', ...grades] as const
export type FindingFocus = (typeof findingFocuses)[number]

/** What a list of findings is narrowed to; what is left out narrows nothing. */
export interface FindingFilter {
  readonly focus?: FindingFocus | null
  readonly unit?: string | null
  readonly state?: FindingState | null
  readonly clause?: string | null
  readonly age?: Age | null
}

/** What a filter asks besides the line itself. */
export interface FilterGiven {
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly isMine: (line: FindingLine) => boolean
}

export const ageOf = (raisedOn: string, today: string): Age => {
  const days = daysBetween(raisedOn, today)
  if (days <= 15) return 'upTo15'
  if (days <= 30) return 'upTo30'
  return days <= 60 ? 'upTo60' : 'over60'
}

/** The one place that says what a figure counts and what the list behind it shows. */
export const passesFilter = (
  line: FindingLine,
  { focus, unit, state, clause, age }: FindingFilter,
  given: FilterGiven,
): boolean =>
  (!unit || line.unit === unit) &&
  (!state || line.state === state) &&
  (!clause || line.clauses.includes(clause)) &&
  (!focus || isInFocus(line, focus, given)) &&
  (!age || ageOf(line.raisedOn, given.today) === age)

export function isInFocus(
  line: FindingLine,
  focus: FindingFocus,
  { isMine }: Pick<FilterGiven, 'isMine'>,
): boolean {
  switch (focus) {
    case 'mine':
      return isMine(line)
    case 'open':
      return !isSettled(line.state)
    case 'late':
      return line.daysLate > 0
    case 'repeat':
      return line.isRepeat
    case 'asked':
      return needsAction(line.grade)
    case 'major':
    case 'minor':
    case 'ofi':
    case 'strength':
      return line.grade === focus
  }
}
