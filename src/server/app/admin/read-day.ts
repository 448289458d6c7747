import { err, ok, type Result } from '../../../lib/result.ts'

/** A day as `YYYY-MM-DD` or, as it is written in Vietnam, `DD/MM/YYYY`. */
export function readDay(text: string): Result<string, string> {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text.trim()) ?? []
  const iso = year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(iso) && !Number.isNaN(at.getTime())
  if (isDay && at.toISOString().startsWith(iso)) return ok(iso)
  return err(`"${text}" is no day. Write it as 2026-12-31 or 31/12/2026.`)
}
