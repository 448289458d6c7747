import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTime, timeToText, withColon } from '../../../../src/client/ui/parse-time.ts'

test.for([
  ['', null],
  ['8:30', '08:30'],
  ['08:30', '08:30'],
  ['0830', '08:30'],
  ['830', '08:30'],
  ['8.30', '08:30'],
  ['8h30', '08:30'],
  ['8 giờ 30', '08:30'],
  ['14h', '14:00'],
  ['00:00', '00:00'],
  ['23:59', '23:59'],
] as const)('"%s" is %s', ([raw, value]) => {
  expect(parseTime(raw)).toEqual({ ok: true, value })
})

test.for([
  ['8', { type: 'incomplete' }],
  ['8:3', { type: 'incomplete' }],
  ['sáng', { type: 'incomplete' }],
  ['24:00', { type: 'noSuchHour', hour: 24 }],
  ['2460', { type: 'noSuchHour', hour: 24 }],
  ['8:60', { type: 'noSuchMinute', minute: 60 }],
] as const)('"%s" is refused and says why', ([raw, error]) => {
  expect(parseTime(raw)).toEqual({ ok: false, error })
})

test('a time with seconds and a zone shows its hours and minutes', () => {
  expect(timeToText('08:30:00.000+07:00')).toBe('08:30')
  expect(timeToText(null)).toBe('')
})

test('the colon comes by itself, and every time of the day can be typed in digits alone', () => {
  const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  fc.assert(
    fc.property(times, ([hour, minute]) => {
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      let text = ''
      for (const digit of time.replace(':', '')) text = withColon(text + digit, text)
      expect(text).toBe(time)
      expect(parseTime(text)).toEqual({ ok: true, value: time })
    }),
  )
})

test('an hour of one digit gets its colon too, a colon typed by hand is kept once, deleting is left alone', () => {
  expect(withColon('93', '9')).toBe('9:3')
  expect(withColon('08::', '08:')).toBe('08:')
  expect(withColon('08', '08:')).toBe('08')
})
