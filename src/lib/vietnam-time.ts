/**
 * An instant, milliseconds since 1970, as ISO 8601 in Vietnam, which has had one zone without summer time since 1975:
 * `2017-10-16T08:05:00.000+07:00`. An `Intl` format for it would cost a slow tablet's start more than a screen does.
 */
export const toVietnamTime = (at: number): string =>
  new Date(at + 7 * 3_600_000).toISOString().replace('Z', '+07:00')

/** The calendar day of an instant in Vietnam, `YYYY-MM-DD`. */
export const vietnamDayOf = (at: number): string => toVietnamTime(at).slice(0, 10)
