import { err, ok } from '../../lib/result.ts'
import type { Result } from '../../lib/result.ts'

export type DateProblem =
  | { readonly type: 'incomplete' }
  | { readonly type: 'shortYear' }
  | { readonly type: 'noSuchMonth'; readonly month: number }
  | {
      readonly type: 'noSuchDay'
      readonly day: number
      readonly month: number
      readonly year: number
      /** The month's last day. */
      readonly last: number
    }

/** Reads day, month, year as typed: 16/10/2017, 6-1-2018, 16.10.2017, 16102017. The value is 'YYYY-MM-DD'. */
export function parseDate(raw: string): Result<string | null, DateProblem> {
  const text = raw.trim()
  if (text === '') return ok(null)
  const parts =
    /^(\d{1,2})[/.\- ]+(\d{1,2})[/.\- ]+(\d{2,4})$/u.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/u.exec(text)
  if (!parts) return err({ type: 'incomplete' })
  if (parts[3]?.length !== 4) return err({ type: 'shortYear' })
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12) return err({ type: 'noSuchMonth', month })
  const last = lastDayOf(month, year)
  if (day < 1 || day > last) return err({ type: 'noSuchDay', day, month, year, last })
  return ok(`${parts[3]}-${twoDigits(month)}-${twoDigits(day)}`)
}

/** 'YYYY-MM-DD' as dd/MM/yyyy. */
export function dateToText(value: string | null): string {
  const parts = value === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value)
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : (value ?? '')
}

/** Adds the slashes while digits are typed on a keypad that has none: 1610 → 16/10/. Deleting is left alone. */
export function withSlashes(text: string, before: string): string {
  if (text.length <= before.length || !/^[\d/]*$/u.test(text)) return text
  if (/^\d{2}$|^\d{1,2}\/\d{2}$/u.test(text)) return `${text}/`
  return text
    .replace(/^(\d{2})(\d)/u, '$1/$2')
    .replace(/^(\d{1,2}\/\d{2})(\d)/u, '$1/$2')
    .replace(/\/{2,}/gu, '/')
}

function lastDayOf(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
