import { parseIsoDate } from './iso-date.ts'
import type { Scalar } from './scalar.ts'

const decimal = /^[\s]*-?(?:\d+(?:\.\d*)?|\.\d+)[\s]*$/u

/**
 * XPath 1.0, `number()`: no exponents, `''` is NaN. As in ODK an ISO date is its count of days since
 * 1970-01-01, so that dates can be compared and added.
 */
export function toNumber(value: Scalar): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (decimal.test(value)) return Number(value)
  const date = parseIsoDate(value)
  return date ? date.day + (date.dayFraction ?? 0) : NaN
}

/** XPath 1.0, `boolean()`: an empty text, 0 and NaN are false; the text `false` is true. */
export function toBoolean(value: Scalar): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  return value !== ''
}

/** XPath 1.0, `string()`: never an exponent. */
export function toText(value: Scalar): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  const text = String(value)
  if (value === 0) return '0'
  if (!text.includes('e')) return text
  const [written = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const digits = written.replace('.', '')
  const zeros = Number(exponent)
  const plain = zeros < 0 ? `0.${'0'.repeat(-zeros - 1)}${digits}` : digits.padEnd(zeros + 1, '0')
  return value < 0 ? `-${plain}` : plain
}
