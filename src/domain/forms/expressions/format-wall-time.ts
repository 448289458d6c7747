import type { WallTime } from './iso-date.ts'
import type { EvaluationContext } from './run.ts'

type Calendar = NonNullable<EvaluationContext['calendar']>

const english: Calendar = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

const parts: Readonly<Record<string, (time: WallTime, calendar: Calendar) => string>> = {
  '%': () => '%',
  Y: time => pad(time.year, 4),
  y: time => pad(time.year % 100),
  m: time => pad(time.month),
  n: time => String(time.month),
  b: (time, { months }) => months[time.month - 1] ?? '',
  d: time => pad(time.dayOfMonth),
  e: time => String(time.dayOfMonth),
  H: time => pad(time.hour),
  h: time => String(time.hour),
  M: time => pad(time.minute),
  S: time => pad(Math.floor(time.second)),
  '3': time => pad(Math.floor((time.second % 1) * 1000 + 1e-6), 3),
  a: (time, { weekdays }) => weekdays[(((time.day + 4) % 7) + 7) % 7] ?? '',
}

/** ODK's `%` codes; an unknown one is left as it is. */
export const formatWallTime = (time: WallTime, pattern: string, calendar: Calendar = english): string =>
  pattern.replace(/%(.)/gu, (whole, code: string) =>
    Object.hasOwn(parts, code) ? (parts[code]?.(time, calendar) ?? whole) : whole,
  )
