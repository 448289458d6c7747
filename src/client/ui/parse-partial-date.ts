import { err, ok } from '../../lib/result.ts'
import type { Result } from '../../lib/result.ts'

export type MonthProblem =
  | { readonly type: 'incomplete' }
  | { readonly type: 'shortYear' }
  | { readonly type: 'noSuchMonth'; readonly month: number }

export interface YearProblem {
  readonly type: 'incomplete'
}

/** Reads a month: 10/2017, 10-2017, 102017. The value is its first day, 'YYYY-MM-01', as ODK keeps it. */
export function parseMonth(raw: string): Result<string | null, MonthProblem> {
  const text = raw.trim()
  if (text === '') return ok(null)
  const parts = /^(\d{1,2})[/.\- ]+(\d{2,4})$/u.exec(text) ?? /^(\d{2})(\d{4})$/u.exec(text)
  if (!parts) return err({ type: 'incomplete' })
  if (parts[2]?.length !== 4) return err({ type: 'shortYear' })
  const month = Number(parts[1])
  if (month < 1 || month > 12) return err({ type: 'noSuchMonth', month })
  return ok(`${parts[2]}-${String(month).padStart(2, '0')}-01`)
}

/** 'YYYY-MM-DD' as MM/yyyy. */
export function monthToText(value: string | null): string {
  const parts = value === null ? null : /^(\d{4})-(\d{2})-\d{2}$/u.exec(value)
  return parts ? `${parts[2]}/${parts[1]}` : (value ?? '')
}

/** Adds the slash while digits are typed: 10 → 10/. Deleting is left alone. */
export function withSlash(text: string, before: string): string {
  if (text.length <= before.length || !/^[\d/]*$/u.test(text)) return text
  if (/^\d{2}$/u.test(text)) return `${text}/`
  return text.replace(/^(\d{2})(\d)/u, '$1/$2').replace(/\/{2,}/gu, '/')
}

/** Reads a year of four digits. The value is its first day, 'YYYY-01-01', as ODK keeps it. */
export function parseYear(raw: string): Result<string | null, YearProblem> {
  const text = raw.trim()
  if (text === '') return ok(null)
  return /^\d{4}$/u.test(text) ? ok(`${text}-01-01`) : err({ type: 'incomplete' })
}

/** 'YYYY-MM-DD' as yyyy. */
export function yearToText(value: string | null): string {
  return (value === null ? null : /^(\d{4})-\d{2}-\d{2}$/u.exec(value)?.[1]) ?? value ?? ''
}
