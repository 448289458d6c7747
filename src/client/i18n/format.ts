import { toVietnamTime } from '../../lib/vietnam-time.ts'
import type { Language } from './languages.ts'
import { languages } from './languages.ts'

/** An instant: milliseconds, a Date, or an ISO text with a time. */
export type Instant = number | Date | string

const calendarDay = /^\d{4}-\d{2}-\d{2}$/u
const inVietnam = (at: Instant): string => toVietnamTime(new Date(at).getTime())

/** dd/MM/yyyy in both languages. A calendar day ('2017-10-16') has no zone; an instant is shown in Vietnam's. */
export function formatDate(day: Instant): string {
  const isCalendarDay = typeof day === 'string' && calendarDay.test(day)
  const [year, month, date] = (isCalendarDay ? day : inVietnam(day).slice(0, 10)).split('-')
  return `${date}/${month}/${year}`
}

/** HH:mm in Vietnam's zone. */
export function formatTime(at: Instant): string {
  return inVietnam(at).slice(11, 16)
}

/** dd/MM/yyyy HH:mm in Vietnam's zone. */
export function formatDateTime(at: Instant): string {
  return `${formatDate(new Date(at))} ${formatTime(at)}`
}

// Making an Intl format costs more than using it a thousand times: a list of 10,000 rows shares one.
const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(language: Language, least: number, most: number): Intl.NumberFormat {
  const key = `${language} ${least} ${most}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(languages[language].tag, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  })
  numberFormats.set(key, made)
  return made
}

/** 1.234,5 in Vietnamese, 1,234.5 in English; at most two decimals unless told otherwise. */
export function formatNumber(
  value: number,
  language: Language,
  { leastDecimals = 0, mostDecimals = Math.max(2, leastDecimals) } = {},
): string {
  return numberFormat(language, leastDecimals, mostDecimals).format(value)
}

/** A share of 1 as a percentage: 0.856 → '86%'. */
export function formatPercent(share: number, language: Language, mostDecimals = 0): string {
  return `${formatNumber(share * 100, language, { mostDecimals })}%`
}

const byteUnits = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** '0 B', '950 KB', '1,2 MB': thousands as the tablet's own settings count them. */
export function formatBytes(bytes: number, language: Language): string {
  let size = bytes
  let unit = 0
  while (size >= 999.5 && unit < byteUnits.length - 1) {
    size /= 1000
    unit += 1
  }
  const mostDecimals = unit > 0 && size < 9.95 ? 1 : 0
  return `${formatNumber(size, language, { mostDecimals })} ${byteUnits[unit]}`
}

const justNow = { vi: 'vừa xong', en: 'just now' } as const satisfies Record<Language, string>
const relativeFormats = new Map<Language, Intl.RelativeTimeFormat>()

function relativeFormat(language: Language): Intl.RelativeTimeFormat {
  const made = relativeFormats.get(language) ?? new Intl.RelativeTimeFormat(languages[language].tag)
  relativeFormats.set(language, made)
  return made
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** 'vừa xong', '5 phút trước', '3 giờ trước', '2 ngày trước'; the date itself once a week lies between. */
export function formatRelative(at: Instant, now: Instant, language: Language): string {
  const gapMs = new Date(at).getTime() - new Date(now).getTime()
  const distanceMs = Math.abs(gapMs)
  if (distanceMs < minuteMs) return justNow[language]
  const words = relativeFormat(language)
  if (distanceMs < hourMs) return words.format(Math.trunc(gapMs / minuteMs), 'minute')
  if (distanceMs < dayMs) return words.format(Math.trunc(gapMs / hourMs), 'hour')
  if (distanceMs < 7 * dayMs) return words.format(Math.trunc(gapMs / dayMs), 'day')
  return formatDate(at)
}
