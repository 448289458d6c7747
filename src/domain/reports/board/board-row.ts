import { daysBetween } from '../../../lib/calendar-day.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import type { BoardCommune } from './board-commune.ts'
import type { StepCell } from './standing.ts'

/** So many days without a word count as stuck. */
export const stuckAfterDays = 30

/** How a commune is on its road. `stuck`: begun, not late, and nothing recorded for a month. */
export const communeStates = ['late', 'stuck', 'running', 'notStarted', 'finished'] as const
export type CommuneState = (typeof communeStates)[number]

export interface BoardRow extends BoardCommune {
  /** Undefined until the commune's standing is worked out. */
  readonly state: CommuneState | undefined
  /** Of the step that is late by most. */
  readonly daysLate: number
  /** Since anything was recorded; 0 when nothing ever was. */
  readonly daysSilent: number
  readonly done: number
  readonly next: StepCell | undefined
}

export const isDone = ({ state }: StepCell): boolean => state === 'done' || state === 'said'

/** The last step of the road has no end: a commune has arrived when all others are done. */
export const isFinished = ({ standing }: BoardCommune): boolean =>
  standing !== undefined && standing.steps.length > 0 && standing.steps.slice(0, -1).every(isDone)

const daysLateOf = ({ standing }: BoardCommune): number =>
  Math.max(0, ...(standing?.steps ?? []).map(({ daysLate }) => daysLate))

const daysSilentOf = ({ standing }: BoardCommune, today: string): number =>
  standing?.changedAt ? Math.max(0, daysBetween(vietnamDayOf(standing.changedAt), today)) : 0

export const isLate = (commune: BoardCommune): boolean => daysLateOf(commune) > 0

export const isStuck = (commune: BoardCommune, today: string): boolean =>
  !isLate(commune) && !isFinished(commune) && daysSilentOf(commune, today) >= stuckAfterDays

function stateOf(commune: BoardCommune, today: string): CommuneState | undefined {
  const { standing } = commune
  if (!standing) return undefined
  if (isLate(commune)) return 'late'
  if (isFinished(commune)) return 'finished'
  if (isStuck(commune, today)) return 'stuck'
  return standing.steps.every(({ state }) => state === 'open') ? 'notStarted' : 'running'
}

/** The board: late ones first, by days; then stuck ones, longest first; those that have arrived last. */
export function listBoardRows(communes: readonly BoardCommune[], today: string): readonly BoardRow[] {
  const rows = communes.map((commune): BoardRow => ({
    ...commune,
    state: stateOf(commune, today),
    daysLate: daysLateOf(commune),
    daysSilent: daysSilentOf(commune, today),
    done: commune.standing?.steps.filter(isDone).length ?? 0,
    next: commune.standing?.steps.find(one => !isDone(one)),
  }))
  const rank = ({ state }: BoardRow): number =>
    state === undefined ? communeStates.length : communeStates.indexOf(state)
  return rows.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      b.daysLate - a.daysLate ||
      (a.state === 'stuck' ? b.daysSilent - a.daysSilent : 0) ||
      a.done - b.done ||
      (a.unit.code < b.unit.code ? -1 : 1),
  )
}
