import { isOwnWork, type OwnWork } from '../people/own-work.ts'
import type { YearRow } from './audit-year.ts'
import { layOutTimetable } from './lay-out-timetable.ts'
import type { TimetableRow } from './timetable-row.ts'

/**
 * Team and timetable out of lines of a year's programme. Each line goes to the first of its auditors who does not work
 * in the area; lines without one are left for the plan's page. The wanted lead leads if they are among the auditors, or
 * else who stands first.
 */
export function auditFromProgramme({
  rows,
  day,
  lead,
  ownWorkOf,
  newId,
}: {
  readonly rows: readonly YearRow[]
  readonly day: string
  readonly lead: string
  readonly ownWorkOf: (person: string) => OwnWork
  readonly newId: () => string
}): { readonly team: readonly string[]; readonly timetable: readonly TimetableRow[] } {
  const auditors = [...new Set(rows.flatMap(row => row.auditors))].filter(
    person => ownWorkOf(person) !== 'all',
  )
  const team = [...auditors].sort((a, b) => Number(b === lead) - Number(a === lead))
  const wishes = rows.flatMap(({ area, clauses, auditors: own }) => {
    const auditor = own.find(person => !isOwnWork(ownWorkOf(person), area))
    return auditor === undefined ? [] : [{ area, clauses, auditor }]
  })
  return { team, timetable: layOutTimetable({ wishes, day, newId }) }
}
