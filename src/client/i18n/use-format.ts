import { useMemo } from 'react'
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
} from './format.ts'
import type { Instant } from './format.ts'
import { useLanguage } from './use-language.ts'

export interface Format {
  readonly date: (day: Instant) => string
  readonly time: (at: Instant) => string
  readonly dateTime: (at: Instant) => string
  readonly number: (value: number, decimals?: { leastDecimals?: number; mostDecimals?: number }) => string
  readonly percent: (share: number, mostDecimals?: number) => string
  readonly bytes: (bytes: number) => string
  readonly relative: (at: Instant, now: Instant) => string
}

/** The functions of format.ts bound to the language shown. */
export function useFormat(): Format {
  const { language } = useLanguage()
  return useMemo(
    () => ({
      date: formatDate,
      time: formatTime,
      dateTime: formatDateTime,
      number: (value, decimals) => formatNumber(value, language, decimals),
      percent: (share, mostDecimals) => formatPercent(share, language, mostDecimals),
      bytes: bytes => formatBytes(bytes, language),
      relative: (at, now) => formatRelative(at, now, language),
    }),
    [language],
  )
}
