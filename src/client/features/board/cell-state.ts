import type { CommuneState } from '../../../domain/reports/board/board-row.ts'
import type { StepCell } from '../../../domain/reports/board/standing.ts'
import type { StateName } from '../../ui/states.ts'

export const cellStates = ['late', 'begun', 'open', 'said', 'done'] as const
export type CellState = (typeof cellStates)[number]

/** What a cell of the board says of a step. */
export const cellState = ({ state, daysLate }: StepCell): CellState => (daysLate > 0 ? 'late' : state)

/** The shape of each state; its word stands in the legend, and in the cell for who cannot see it. */
export const cellMarks: Readonly<Record<CellState, StateName>> = {
  late: 'late',
  open: 'notStarted',
  begun: 'inProgress',
  done: 'done',
  said: 'sent',
}

export const communeMarks: Readonly<Record<CommuneState, StateName>> = {
  late: 'late',
  stuck: 'dueSoon',
  running: 'inProgress',
  notStarted: 'notStarted',
  finished: 'approved',
}
