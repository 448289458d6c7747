import type { TimetableRow } from './timetable-row.ts'

/** What is to be audited by whom; times are given to it. */
export interface TimetableWish {
  readonly area: string
  readonly clauses: readonly string[]
  readonly auditor: string
}

/** An hour each, between the opening meeting at 8:00 and the closing one at 16:30, with a rest at noon. */
const hours = [
  ['08:30', '09:30'],
  ['09:30', '10:30'],
  ['10:30', '11:30'],
  ['13:30', '14:30'],
  ['14:30', '15:30'],
  ['15:30', '16:30'],
] as const

/**
 * A timetable to begin with: each auditor goes from area to area, hour by hour, on working days from `day` on. Areas
 * that already stand in the plan are left to it; nobody is put into an hour in which they are already busy.
 */
export function layOutTimetable({
  wishes,
  day,
  taken = [],
  newId,
}: {
  readonly wishes: readonly TimetableWish[]
  readonly day: string
  readonly taken?: readonly TimetableRow[]
  readonly newId: () => string
}): readonly TimetableRow[] {
  const rows: TimetableRow[] = []
  const isBusy = (auditor: string, area: string, at: string, [start, end]: readonly [string, string]) =>
    [...taken, ...rows].some(
      row =>
        row.day === at &&
        (row.auditor === auditor || row.area === area) &&
        row.start < end &&
        start < row.end,
    )
  for (const { area, clauses, auditor } of wishes) {
    let at = workingDay(day)
    let hour = hours.find(one => !isBusy(auditor, area, at, one))
    while (!hour) {
      at = workingDay(dayAfter(at))
      hour = hours.find(one => !isBusy(auditor, area, at, one))
    }
    rows.push({
      id: newId(),
      area,
      clauses,
      auditor,
      host: '',
      day: at,
      start: hour[0],
      end: hour[1],
      note: '',
    })
  }
  return rows
}

const dayAfter = (day: string): string => {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** The day itself, or the Monday after a weekend. */
function workingDay(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? dayAfter(dayAfter(day)) : weekday === 0 ? dayAfter(day) : day
}
