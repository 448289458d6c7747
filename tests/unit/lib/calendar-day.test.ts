import { expect, test } from 'vitest'
import { isDay } from '../../../src/lib/calendar-day.ts'

/** The platform's own calendar. */
function isReal(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

const two = (number: number): string => String(number).padStart(2, '0')

test('a day is one of the calendar, leap years of four, a hundred and four hundred years too', () => {
  const wrong: string[] = []
  for (const year of ['0000', '1896', '1900', '1999', '2000', '2016', '2017', '2018', '2100', '2400', '9999'])
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${two(month)}-${two(day)}`
        if (isDay(text) !== isReal(text)) wrong.push(text)
      }
  expect(wrong).toEqual([])
})

test('nothing else is a day', () => {
  for (const value of [
    '',
    '2017-1-01',
    '2017-01-01T00:00',
    ' 2017-01-01',
    '2017/01/01',
    '17-01-01',
    20170101,
    null,
  ])
    expect([value, isDay(value)]).toEqual([value, false])
})
