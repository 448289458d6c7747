import { isOwnWork, type OwnWork } from '../people/own-work.ts'
import type { TimetableRow } from './timetable-row.ts'

/** Lines of a plan in which somebody would audit their own work (ISO 19011, 4 e). */
export const findOwnWork = (
  timetable: readonly TimetableRow[],
  ownWorkOf: (person: string, day: string) => OwnWork,
): readonly TimetableRow[] =>
  timetable.filter(({ auditor, area, day }) => isOwnWork(ownWorkOf(auditor, day), area))
