import { addDays, addMonths } from '../../../lib/calendar-day.ts'
import type { Unit } from '../../people/unit.ts'
import type { Settings } from '../../qms/settings.ts'
import type { DueItem } from './list-due.ts'

interface Given {
  /** `YYYY-MM-DD` */
  readonly today: string
  /** How many days ahead. */
  readonly days: number
  readonly settings: Pick<Settings, 'numbers'>
  /** Who reports. */
  readonly unit: Unit
}

/**
 * The next report of the month and of the year, where its day comes within so many days. Whether one was sent is not known
 * here, so none is ever late.
 */
export function listReportsDue({ today, days, settings: { numbers }, unit }: Given): readonly DueItem[] {
  const until = addDays(today, days)
  const month = numbers['reports/yearlyMonth']
  const next = {
    monthly: nextDay(today, `${today.slice(0, 7)}-${twoDigits(numbers['reports/monthlyDay'])}`, 1),
    yearly: nextDay(
      today,
      `${today.slice(0, 4)}-${twoDigits(month)}-${twoDigits(numbers['reports/yearlyDay'])}`,
      12,
    ),
  }
  return (['monthly', 'yearly'] as const)
    .filter(period => next[period] <= until)
    .map(period => ({
      id: `report/${unit.id}/${period}/${next[period]}`,
      kind: 'report',
      unit,
      thing: period,
      words: { vi: '' },
      number: '',
      topic: undefined,
      people: 0,
      form: undefined,
      dueOn: next[period],
      since: undefined,
      daysLate: 0,
      owner: undefined,
    }))
}

const nextDay = (today: string, day: string, months: number): string =>
  day >= today ? day : addMonths(day, months)

const twoDigits = (number: number): string => String(number).padStart(2, '0')
