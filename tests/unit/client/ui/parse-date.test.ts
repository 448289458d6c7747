import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateToText, parseDate, withSlashes } from '../../../../src/client/ui/parse-date.ts'

test.for([
  ['', null],
  ['16/10/2017', '2017-10-16'],
  ['6/1/2018', '2018-01-06'],
  ['16-10-2017', '2017-10-16'],
  ['16.10.2017', '2017-10-16'],
  ['16 10 2017', '2017-10-16'],
  ['16102017', '2017-10-16'],
  ['29/02/2020', '2020-02-29'],
] as const)('"%s" is %s', ([raw, value]) => {
  expect(parseDate(raw)).toEqual({ ok: true, value })
})

test.for([
  ['16', { type: 'incomplete' }],
  ['16/10/', { type: 'incomplete' }],
  ['hôm nay', { type: 'incomplete' }],
  ['2017-10-16', { type: 'incomplete' }],
  ['16/10/17', { type: 'shortYear' }],
  ['16/10/201', { type: 'shortYear' }],
  ['16/13/2017', { type: 'noSuchMonth', month: 13 }],
  ['16/0/2017', { type: 'noSuchMonth', month: 0 }],
  ['31/02/2017', { type: 'noSuchDay', day: 31, month: 2, year: 2017, last: 28 }],
  ['29/02/1900', { type: 'noSuchDay', day: 29, month: 2, year: 1900, last: 28 }],
  ['31/04/2018', { type: 'noSuchDay', day: 31, month: 4, year: 2018, last: 30 }],
  ['0/4/2018', { type: 'noSuchDay', day: 0, month: 4, year: 2018, last: 30 }],
] as const)('"%s" is refused and says why', ([raw, error]) => {
  expect(parseDate(raw)).toEqual({ ok: false, error })
})

test('every day of the calendar is read back from how it is shown', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, date => {
      const day = date.toISOString().slice(0, 10)
      expect(parseDate(dateToText(day))).toEqual({ ok: true, value: day })
    }),
  )
})

test('slashes come by themselves while digits are typed', () => {
  let text = ''
  for (const digit of '16102017') text = withSlashes(text + digit, text)
  expect(text).toBe('16/10/2017')
})

test('slashes typed by hand are kept, once', () => {
  let text = ''
  for (const letter of '6/1/2018') text = withSlashes(text + letter, text)
  expect(text).toBe('6/1/2018')
  expect(withSlashes('16//', '16/')).toBe('16/')
})

test('deleting is left alone', () => {
  expect(withSlashes('16', '16/')).toBe('16')
  expect(withSlashes('16/10', '16/10/')).toBe('16/10')
})

test('a pasted date gets its slashes', () => {
  expect(withSlashes('16102017', '')).toBe('16/10/2017')
})
