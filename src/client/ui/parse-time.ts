import { err, ok } from '../../lib/result.ts'
import type { Result } from '../../lib/result.ts'

export type TimeProblem =
  | { readonly type: 'incomplete' }
  | { readonly type: 'noSuchHour'; readonly hour: number }
  | { readonly type: 'noSuchMinute'; readonly minute: number }

/** Reads a time of the 24-hour day as typed: 8:30, 08.30, 0830, 8h30, 8 giờ 30, 8h. The value is 'HH:mm'. */
export function parseTime(raw: string): Result<string | null, TimeProblem> {
  const text = raw.trim()
  if (text === '') return ok(null)
  const parts =
    /^(\d{1,2})\s*(?:[:.h]|giờ)\s*(\d{2})$/iu.exec(text) ??
    /^(\d{1,2})(\d{2})$/u.exec(text) ??
    /^(\d{1,2})\s*(?:h|giờ)$/iu.exec(text)
  if (!parts) return err({ type: 'incomplete' })
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)]
  if (hour > 23) return err({ type: 'noSuchHour', hour })
  if (minute > 59) return err({ type: 'noSuchMinute', minute })
  return ok(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
}

/** The HH:mm of a stored time, which may have seconds and a zone after it (ODK's '08:30:00.000+07:00'). */
export function timeToText(value: string | null): string {
  return (value === null ? null : /^\d{2}:\d{2}/u.exec(value)?.[0]) ?? value ?? ''
}

/** Adds the colon while digits are typed on a keypad that has none: 0830 → 08:30, 93 → 9:3. */
export function withColon(text: string, before: string): string {
  if (text.length <= before.length || !/^[\d:]*$/u.test(text)) return text
  if (/^(?:[01]\d|2[0-3])$/u.test(text)) return `${text}:`
  return text
    .replace(/^([01]\d|2[0-3])(\d{1,2})$/u, '$1:$2')
    .replace(/^(\d)(\d{1,2})$/u, '$1:$2')
    .replace(/:{2,}/gu, ':')
}
