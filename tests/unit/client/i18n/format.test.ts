import { expect, test } from 'vitest'
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatRelative,
  formatTime,
} from '../../../../src/client/i18n/format.ts'

test('a calendar day is dd/MM/yyyy whatever zone the tablet is in', () => {
  expect(formatDate('2017-10-16')).toBe('16/10/2017')
})

test('an instant is shown in Vietnam, where the day may already be the next one', () => {
  const late = '2017-10-16T18:05:00Z'
  expect(formatDate(late)).toBe('17/10/2017')
  expect(formatDateTime(late)).toBe('17/10/2017 01:05')
  expect(formatTime(Date.parse('2017-10-16T17:00:00Z'))).toBe('00:00')
})

test.for([
  [1234.5, '1.234,5', '1,234.5'],
  [1234567, '1.234.567', '1,234,567'],
  [0, '0', '0'],
  [-0.125, '-0,13', '-0.13'],
] as const)('%s is %s in Vietnamese, %s in English', ([value, vi, en]) => {
  expect(formatNumber(value, 'vi')).toBe(vi)
  expect(formatNumber(value, 'en')).toBe(en)
})

test('decimals can be asked for', () => {
  expect(formatNumber(3, 'vi', { leastDecimals: 1 })).toBe('3,0')
  expect(formatNumber(3.14159, 'vi', { mostDecimals: 3 })).toBe('3,142')
  expect(formatNumber(1, 'en', { leastDecimals: 4 })).toBe('1.0000')
})

test('a share is a percentage', () => {
  expect(formatPercent(0.856, 'vi')).toBe('86%')
  expect(formatPercent(0.8567, 'vi', 1)).toBe('85,7%')
})

test.for([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 KB'],
  [1234, '1,2 KB'],
  [345_678, '346 KB'],
  [999_600, '1 MB'],
  [1_650_000, '1,7 MB'],
  [10_737_933_738, '11 GB'],
] as const)('%s bytes are %s', ([bytes, words]) => {
  expect(formatBytes(bytes, 'vi')).toBe(words)
})

const minuteMs = 60_000
test.for([
  [-20_000, 'vừa xong', 'just now'],
  [20_000, 'vừa xong', 'just now'],
  [-5 * minuteMs, '5 phút trước', '5 minutes ago'],
  [-3 * 60 * minuteMs, '3 giờ trước', '3 hours ago'],
  [-2 * 24 * 60 * minuteMs - 1, '2 ngày trước', '2 days ago'],
  [-4 * 24 * 60 * minuteMs, '4 ngày trước', '4 days ago'],
  [-8 * 24 * 60 * minuteMs, '08/10/2017', '08/10/2017'],
] as const)('%s ms from now is "%s"', ([gapMs, vi, en]) => {
  const now = Date.parse('2017-10-16T03:00:00Z')
  expect(formatRelative(now + gapMs, now, 'vi')).toBe(vi)
  expect(formatRelative(now + gapMs, now, 'en')).toBe(en)
})
