import { err, ok } from '../../lib/result.ts'
import type { Result } from '../../lib/result.ts'

export interface NumberRules {
  /** How many digits may follow the decimal mark; 0 asks for a whole number. */
  readonly decimals: number
  readonly mayBeNegative: boolean
}

export type NumberProblem =
  | { readonly type: 'notANumber' }
  | { readonly type: 'wholeOnly' }
  | { readonly type: 'tooManyDecimals'; readonly most: number }
  | { readonly type: 'negative' }

const grouped = /^[1-9]\d{0,2}(?:([.,])\d{3}(?:\1\d{3})*)$/u

/**
 * Reads what a person typed. Comma and dot both serve, since numeric keypads offer only one of them.
 * A mark followed by exactly three digits groups thousands unless three decimals are allowed: 1.234 people.
 * Nothing typed is `null`.
 */
export function parseNumber(
  raw: string,
  { decimals, mayBeNegative }: NumberRules,
): Result<number | null, NumberProblem> {
  const text = raw.replace(/[\s\u00a0\u202f]/gu, '').replace('−', '-')
  if (text === '') return ok(null)
  const isNegative = text.startsWith('-')
  const digits = isNegative ? text.slice(1) : text
  if (!/^[\d.,]*\d[.,]?$/u.test(digits)) return err({ type: 'notANumber' })

  const plain = plainDigits(digits, decimals)
  if (plain === undefined) return err({ type: 'notANumber' })
  const fraction = plain.split('.')[1] ?? ''
  if (fraction.length > decimals) {
    return err(decimals === 0 ? { type: 'wholeOnly' } : { type: 'tooManyDecimals', most: decimals })
  }
  const value = Number(plain)
  if (!Number.isFinite(value)) return err({ type: 'notANumber' })
  if (isNegative && value !== 0) return mayBeNegative ? ok(-value) : err({ type: 'negative' })
  return ok(value)
}

/** The same digits with one dot as decimal mark and no grouping; undefined when the marks make no sense. */
function plainDigits(digits: string, decimals: number): string | undefined {
  const marks = digits.replace(/\d/gu, '')
  if (marks.length === 0) return digits
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const whole = digits.slice(0, last)
  const asDecimal = `${whole.replace(/[.,]/gu, '') || '0'}.${digits.slice(last + 1)}`
  if (marks.length === 1) {
    return decimals < 3 && grouped.test(digits) ? digits.replace(/[.,]/u, '') : asDecimal
  }
  if (grouped.test(digits)) return digits.replace(/[.,]/gu, '')
  const isGroupedWhole = grouped.test(whole) && !whole.includes(digits[last] ?? '')
  return isGroupedWhole ? asDecimal : undefined
}

/** The number as a field shows it for editing: the language's decimal mark, no grouping. */
export function numberToText(value: number | null, decimalMark: ',' | '.'): string {
  if (value === null) return ''
  const text = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
  return text.replace('.', decimalMark)
}

/** 1234567,5 as 1.234.567,5: the sign that is not the decimal mark between thousands. */
export function groupThousands(text: string, decimalMark: ',' | '.'): string {
  const [whole = '', fraction] = text.split(decimalMark)
  const apart = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/gu, decimalMark === ',' ? '.' : ',')
  return fraction === undefined ? apart : `${apart}${decimalMark}${fraction}`
}
