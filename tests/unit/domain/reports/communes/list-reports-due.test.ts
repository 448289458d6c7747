import { expect, test } from 'vitest'
import { readSettings } from '../../../../../src/domain/qms/settings.ts'
import { listReportsDue } from '../../../../../src/domain/reports/communes/list-reports-due.ts'
import { aCommune } from '../../../../support/a-commune-record.ts'

const due = (today: string, days: number, fields: Readonly<Record<string, number>> = {}) => {
  const settings = readSettings(Object.entries(fields).map(([field, value]) => ({ field, value })))
  return listReportsDue({ today, days, settings, unit: aCommune('180') }).map(({ thing, dueOn }) => [
    thing,
    dueOn,
  ])
}

test('the report of the month is due on the day that the province has set, next month once it has passed', () => {
  expect(due('2026-11-25', 0)).toEqual([['monthly', '2026-11-25']])
  expect(due('2026-11-26', 7, { 'reports/yearlyMonth': 3 })).toEqual([])
  expect(due('2026-12-26', 30)).toEqual([['monthly', '2027-01-25']])
  expect(due('2026-11-26', 30, { 'reports/monthlyDay': 28, 'reports/yearlyMonth': 3 })).toEqual([
    ['monthly', '2026-11-28'],
  ])
})

test('the report of the year is due once a year', () => {
  const set = { 'reports/yearlyMonth': 12, 'reports/yearlyDay': 1, 'reports/monthlyDay': 1 }
  expect(due('2026-11-26', 7, set)).toEqual([
    ['monthly', '2026-12-01'],
    ['yearly', '2026-12-01'],
  ])
  expect(due('2026-12-02', 400, set)).toEqual([
    ['monthly', '2027-01-01'],
    ['yearly', '2027-12-01'],
  ])
})
