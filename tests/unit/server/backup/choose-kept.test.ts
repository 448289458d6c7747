import { expect, test } from 'vitest'
import { momentOfBackup, nameOfBackup } from '../../../../src/server/backup/backup-name.ts'
import { chooseKept } from '../../../../src/server/backup/choose-kept.ts'

const minute = 60_000
const now = Date.UTC(2026, 10, 25, 12, 34, 30)
const usual = { minutes: 60, hours: 24, days: 30 }

test('of a backup each minute for forty days an hour of minutes, a day of hours and a month of days stay', () => {
  const all = Array.from({ length: 40 * 24 * 60 }, (_, at) => now - at * minute)
  const kept = chooseKept(all, now, usual)
  const ages = [...kept].map(at => (now - at) / minute).sort((a, b) => a - b)
  expect(ages.slice(0, 61)).toEqual(Array.from({ length: 61 }, (_, at) => at))
  // The newest of each hour is its last minute, 12:34 now: 35, 95, 155 … minutes ago.
  expect(ages.filter(age => age > 60 && age <= 24 * 60)).toEqual(
    Array.from({ length: 23 }, (_, at) => 95 + at * 60),
  )
  expect(ages.filter(age => age > 24 * 60)).toHaveLength(29)
  expect(Math.max(...ages)).toBeLessThanOrEqual(30 * 24 * 60)
})

test('the newest backup stays however old it is', () => {
  expect([...chooseKept([1, 2, 3], now, usual)]).toEqual([3])
  expect([...chooseKept([1, 2, 3], now, { minutes: 0, hours: 0, days: 0 })]).toEqual([3])
  expect(chooseKept([], now, usual).size).toBe(0)
})

test('what stays today stays tomorrow until its days are over: no gap opens by rotating each minute', () => {
  let kept: readonly number[] = []
  for (let at = 0; at < 3 * 24 * 60; at++) {
    const moment = now + at * minute
    kept = [...chooseKept([...kept, moment], moment, { minutes: 5, hours: 3, days: 3 })]
  }
  const days = new Set(kept.map(at => new Date(at).toISOString().slice(0, 10)))
  expect(days.size).toBeGreaterThanOrEqual(3)
})

test('a backup is called by its moment, and nothing else is taken for one', () => {
  expect(nameOfBackup(now)).toBe('2026-11-25T12-34-30-000Z')
  expect(momentOfBackup(nameOfBackup(now + 7))).toBe(now + 7)
  for (const name of ['files', 'unfinished-2026-11-25T12-34-30-000Z', '2026-13-25T12-34-30-000Z', ''])
    expect(momentOfBackup(name)).toBeUndefined()
})
