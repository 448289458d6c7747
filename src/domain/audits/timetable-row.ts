import { isClauseId } from './clause.ts'
import { isDay } from '../../lib/calendar-day.ts'
import type { JsonValue } from '../../lib/json-value.ts'
import { isArea } from './area.ts'

/** A line of an audit plan: who audits which area against which clauses, when, and who receives them there. */
export interface TimetableRow {
  readonly id: string
  readonly area: string
  readonly clauses: readonly string[]
  /** A person of the team. */
  readonly auditor: string
  /** Who receives the auditor, in words. */
  readonly host: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:mm` */
  readonly start: string
  readonly end: string
  readonly note: string
}

export function readTimetableRow(id: string, value: JsonValue): TimetableRow | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { area, clauses, auditor, host = '', day, start, end, note = '' } = value as Record<string, JsonValue>
  if (!isArea(area) || !isClauses(clauses) || !isShort(auditor) || auditor === '') return undefined
  if (!isShort(host) || !isShort(note)) return undefined
  if (!isDay(day)) return undefined
  if (!isTime(start) || !isTime(end) || end < start) return undefined
  return { id, area, clauses, auditor, host, day, start, end, note }
}

const isShort = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && value.length <= 2000

const isTime = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value)

const isClauses = (value: JsonValue | undefined): value is readonly string[] =>
  Array.isArray(value) && value.length <= 200 && value.every(id => isClauseId(id))
