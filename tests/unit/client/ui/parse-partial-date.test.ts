import { expect, test } from 'vitest'
import {
  monthToText,
  parseMonth,
  parseYear,
  withSlash,
  yearToText,
} from '../../../../src/client/ui/parse-partial-date.ts'

test.for([
  ['', null],
  ['10/2017', '2017-10-01'],
  ['1-2018', '2018-01-01'],
  ['102017', '2017-10-01'],
] as const)('the month "%s" is %s', ([raw, value]) => {
  expect(parseMonth(raw)).toEqual({ ok: true, value })
})

test.for([
  ['10', { type: 'incomplete' }],
  ['2017', { type: 'incomplete' }],
  ['10/17', { type: 'shortYear' }],
  ['13/2017', { type: 'noSuchMonth', month: 13 }],
  ['00/2017', { type: 'noSuchMonth', month: 0 }],
] as const)('the month "%s" is refused and says why', ([raw, error]) => {
  expect(parseMonth(raw)).toEqual({ ok: false, error })
})

test('a year is four digits', () => {
  expect(parseYear(' 2017 ')).toEqual({ ok: true, value: '2017-01-01' })
  expect(parseYear('')).toEqual({ ok: true, value: null })
  expect(parseYear('17')).toEqual({ ok: false, error: { type: 'incomplete' } })
})

test('what is shown is the part that was asked', () => {
  expect(monthToText('2017-10-01')).toBe('10/2017')
  expect(yearToText('2017-01-01')).toBe('2017')
  expect([monthToText(null), yearToText(null)]).toEqual(['', ''])
})

test('the slash of a month comes by itself, and goes when deleted', () => {
  let text = ''
  for (const digit of '102017') text = withSlash(text + digit, text)
  expect(text).toBe('10/2017')
  expect(withSlash('10', '10/')).toBe('10')
})
