import { addDays, addMonths } from '../../../lib/calendar-day.ts'

/** What is compared: how it was before, and each of the three months of applying the system. */
export const periodIds = ['baseline', 'month1', 'month2', 'month3'] as const
export type PeriodId = (typeof periodIds)[number]

export const monthIds = ['month1', 'month2', 'month3'] as const
export type MonthId = (typeof monthIds)[number]

export interface Month {
  readonly id: MonthId
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  readonly state: 'ahead' | 'running' | 'over'
}

/** The three months of applying from a day on, as they stand today. */
export const listMonths = (startedOn: string, today: string): readonly Month[] =>
  monthIds.map((id, at) => {
    const from = addMonths(startedOn, at)
    const to = addDays(addMonths(startedOn, at + 1), -1)
    return { id, from, to, state: today < from ? 'ahead' : today <= to ? 'running' : 'over' }
  })
