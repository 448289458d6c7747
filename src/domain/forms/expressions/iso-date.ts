const time = String.raw`(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(Z|[+-]\d{2}(?::?\d{2})?)?`
const iso = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})(?:T${time})?$`, 'u')
const isoTime = new RegExp(`^${time}$`, 'u')
const dayMs = 86_400_000

/** An ISO date or date-time, as it is on the wall: the offset from UTC is not looked at. */
export interface WallTime {
  /** Days since 1970-01-01. */
  readonly day: number
  /** 0 until 1, or undefined for a date alone. */
  readonly dayFraction: number | undefined
  readonly year: number
  readonly month: number
  readonly dayOfMonth: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Minutes east of UTC; undefined when the text does not say. */
  readonly offset: number | undefined
}

/** Reads `2017-10-16` or `2017-10-16T08:30:00.000+07:00`; undefined for a day that no calendar has. */
export function parseIsoDate(text: string): WallTime | undefined {
  const match = iso.exec(text)
  if (!match) return undefined
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 100) return undefined
  const midnight = new Date(Date.UTC(year, month - 1, dayOfMonth))
  // A day that the month does not have falls into another month.
  if (midnight.getUTCMonth() !== month - 1) return undefined
  const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)]
  if (hour > 23 || minute > 59 || second >= 60) return undefined
  return {
    day: midnight.getTime() / dayMs,
    dayFraction: match[4] === undefined ? undefined : (hour * 3600 + minute * 60 + second) / 86_400,
    year,
    month,
    dayOfMonth,
    hour,
    minute,
    second,
    offset: toOffset(match[7]),
  }
}

/** Reads the answer of a time question, `14:30:00.000+07:00`, as a time on 1970-01-01. */
export const parseIsoTime = (text: string): WallTime | undefined =>
  isoTime.test(text) ? parseIsoDate(`1970-01-01T${text}`) : undefined

function toOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (text === 'Z') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || 0)
  return text.startsWith('-') ? -minutes : minutes
}

/** True for a real calendar day, `YYYY-MM-DD`. */
export const isCalendarDay = (text: string): boolean => text.length === 10 && parseIsoDate(text) !== undefined

/** `YYYY-MM-DD` of a count of days since 1970-01-01; `''` outside the years 100 to 9999. */
export function dayToIso(day: number): string {
  const ms = Math.floor(day) * dayMs
  return isWritable(ms) ? new Date(ms).toISOString().slice(0, 10) : ''
}

/** The moment that many days after 1970-01-01T00:00Z as a wall shows it, with the offset in minutes; else `''`. */
export function momentToIso(days: number, offset: number): string {
  const ms = Math.round(days * dayMs) + offset * 60_000
  if (!isWritable(ms)) return ''
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${new Date(ms).toISOString().slice(0, -1)}${offset < 0 ? '-' : '+'}${pad(hours)}:${pad(minutes)}`
}

const isWritable = (ms: number): boolean => ms >= Date.UTC(100, 0, 1) && ms < Date.UTC(10_000, 0, 1)
