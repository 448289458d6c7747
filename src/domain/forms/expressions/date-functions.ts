import { toNumber, toText } from './coerce.ts'
import type { FunctionTable } from './function-rule.ts'
import { dayToIso, parseIsoDate, type WallTime } from './iso-date.ts'
import type { Scalar } from './scalar.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const format = {
  min: 2,
  max: 2,
  call: ([date = '', pattern = '']: readonly Scalar[]) => formatDate(date, toText(pattern)),
}

/** Functions over dates. A date is ISO text; in sums and comparisons it is its count of days since 1970-01-01. */
export const dateFunctions: FunctionTable = {
  today: { min: 0, max: 0, call: (_, run) => run.context.today() },
  now: { min: 0, max: 0, call: (_, run) => run.context.now() },
  date: { min: 1, max: 1, call: ([value = '']) => toIsoDay(value) },
  'decimal-date-time': { min: 1, max: 1, call: ([value = '']) => toNumber(value) },
  'format-date': format,
  'format-date-time': format,
}

const toIsoDay = (value: Scalar): string => dayToIso(toNumber(value))

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

const parts: Readonly<Record<string, (time: WallTime) => string>> = {
  '%': () => '%',
  Y: time => pad(time.year, 4),
  y: time => pad(time.year % 100),
  m: time => pad(time.month),
  n: time => String(time.month),
  b: time => months[time.month - 1] ?? '',
  d: time => pad(time.dayOfMonth),
  e: time => String(time.dayOfMonth),
  H: time => pad(time.hour),
  h: time => String(time.hour),
  M: time => pad(time.minute),
  S: time => pad(Math.floor(time.second)),
  '3': time => pad(Math.floor((time.second % 1) * 1000 + 1e-6), 3),
  a: time => weekdays[(((time.day + 4) % 7) + 7) % 7] ?? '',
}

/** ODK's `%` codes; an unknown one is left as it is. `''` when the value is no date. */
function formatDate(value: Scalar, pattern: string): string {
  const time = parseIsoDate(typeof value === 'string' ? value : '') ?? parseIsoDate(toIsoDay(value))
  if (!time) return ''
  return pattern.replace(/%(.)/gu, (whole, code: string) => parts[code]?.(time) ?? whole)
}
