import { err, ok } from '../../lib/result.ts'
import type { Result } from '../../lib/result.ts'
import { dateToText, parseDate, withSlashes } from './parse-date.ts'
import type { DateProblem } from './parse-date.ts'
import { parseTime, timeToText, withColon } from './parse-time.ts'
import type { TimeProblem } from './parse-time.ts'

/** Which of the two cannot be read, and why. */
export type DateTimeProblem =
  | { readonly part: 'date'; readonly problem: DateProblem }
  | { readonly part: 'time'; readonly problem: TimeProblem | { readonly type: 'missing' } }

/** Reads a day and a time: 16/10/2017 8:30, 161020170830. The value is local, 'YYYY-MM-DDTHH:mm'. */
export function parseDateTime(raw: string): Result<string | null, DateTimeProblem> {
  const text = raw.trim()
  if (text === '') return ok(null)
  const parts =
    /^(\d{8})\s*(\d{4})$/u.exec(text) ??
    /^(\d{1,2}[/.\- ]+\d{1,2}[/.\- ]+\d{2,4}|\d{8})(?:[\s,]+(.*))?$/u.exec(text)
  const date = parseDate(parts?.[1] ?? text)
  if (!date.ok) return err({ part: 'date', problem: date.error })
  const time = parseTime(parts?.[2] ?? '')
  if (!time.ok) return err({ part: 'time', problem: time.error })
  if (time.value === null) return err({ part: 'time', problem: { type: 'missing' } })
  return ok(`${date.value}T${time.value}`)
}

/** 'YYYY-MM-DDTHH:mm…' as dd/MM/yyyy HH:mm. */
export function dateTimeToText(value: string | null): string {
  const [day, time] = value === null ? [] : value.split('T', 2)
  if (day === undefined || time === undefined) return value ?? ''
  return `${dateToText(day)} ${timeToText(time)}`
}

/** Adds slashes, the space and the colon while digits are typed. Deleting is left alone. */
export function withSlashesAndColon(text: string, before: string): string {
  if (text.length <= before.length) return text
  const bare = /^(\d{2})(\d{2})(\d{4})(\d{0,4})$/u.exec(text)
  if (bare) return `${bare[1]}/${bare[2]}/${bare[3]} ${withColon(bare[4] ?? '', '')}`
  const parts = /^(\d{1,2}\/\d{1,2}\/\d{4})( *)([\d:]*)$/u.exec(text)
  if (!parts) return withSlashes(text, before)
  const time = parts[3] ?? ''
  const timeBefore =
    before.length > (parts[1] ?? '').length ? before.slice((parts[1] ?? '').length).trim() : ''
  return `${parts[1]} ${withColon(time, timeBefore)}`
}
