const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(?:Z|[+-]\d{2}:?\d{2})?)?$/u
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
  }
}

/** True for a real calendar day, `YYYY-MM-DD`. */
export const isCalendarDay = (text: string): boolean => text.length === 10 && parseIsoDate(text) !== undefined

/** `YYYY-MM-DD` of a count of days since 1970-01-01; `''` outside the years 100 to 9999. */
export function dayToIso(day: number): string {
  const ms = Math.floor(day) * dayMs
  if (!(ms >= Date.UTC(100, 0, 1) && ms < Date.UTC(10_000, 0, 1))) return ''
  return new Date(ms).toISOString().slice(0, 10)
}
