import { toNumber, toText } from './coerce.ts'
import { formatWallTime } from './format-wall-time.ts'
import type { FunctionTable } from './function-rule.ts'
import { dayToIso, momentToIso, parseIsoDate, parseIsoTime } from './iso-date.ts'
import type { Run } from './run.ts'
import type { Scalar } from './scalar.ts'

const format = { min: 2, max: 2, call: formatDate }

/** Functions over dates. A date is ISO text; in sums and comparisons it is its count of days since 1970-01-01. */
export const dateFunctions: FunctionTable = {
  today: { min: 0, max: 0, call: (_, run) => run.context.today() },
  now: { min: 0, max: 0, call: (_, run) => run.context.now() },
  date: { min: 1, max: 1, call: ([value = '']) => dayToIso(toNumber(value)) },
  'date-time': { min: 1, max: 1, call: ([value = ''], run) => toDateTime(value, run) },
  'decimal-date-time': { min: 1, max: 1, call: ([value = '']) => toMoment(value) },
  'decimal-time': { min: 1, max: 1, call: ([value = '']) => toDayFraction(value) },
  'format-date': format,
  'format-date-time': format,
}

/** Days since 1970-01-01T00:00Z: a text with a time and an offset is a moment, a day alone counts as it is. */
function toMoment(value: Scalar): number {
  const written = typeof value === 'string' ? parseIsoDate(value) : undefined
  if (!written) return toNumber(value)
  const { day, hour, minute, second, offset = 0 } = written
  return day + ((hour * 60 + minute - offset) * 60 + second) / 86_400
}

/** The time of day as the wall shows it: 0.5 is noon. */
function toDayFraction(value: Scalar): number {
  if (typeof value === 'string') {
    const written = parseIsoTime(value) ?? parseIsoDate(value)
    if (written) return written.dayFraction ?? 0
  }
  const days = toNumber(value)
  return days - Math.floor(days)
}

/** A number is a moment, shown in the person's time zone. A text that is a date stays as it is. */
function toDateTime(value: Scalar, run: Run): string {
  if (typeof value === 'string' && parseIsoDate(value)) return value
  return momentToIso(toNumber(value), parseIsoDate(run.context.now())?.offset ?? 0)
}

/** `''` when the value is no date or time. */
function formatDate([value = '', pattern = '']: readonly Scalar[], run: Run): string {
  const time =
    (typeof value === 'string' ? (parseIsoDate(value) ?? parseIsoTime(value)) : undefined) ??
    parseIsoDate(Number.isInteger(toNumber(value)) ? dayToIso(toNumber(value)) : toDateTime(value, run))
  return time ? formatWallTime(time, toText(pattern), run.context.calendar) : ''
}
