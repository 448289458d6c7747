import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupThousands, numberToText, parseNumber } from '../../../../src/client/ui/parse-number.ts'

const whole = { decimals: 0, mayBeNegative: false }
const hundredths = { decimals: 2, mayBeNegative: false }

test.for([
  ['', null],
  ['  ', null],
  ['0', 0],
  ['007', 7],
  ['1234', 1234],
  ['1.234', 1234],
  ['1,234', 1234],
  ['1 234', 1234],
  ['1.234.567', 1_234_567],
] as const)('a whole number typed as "%s" is %s', ([raw, value]) => {
  expect(parseNumber(raw, whole)).toEqual({ ok: true, value })
})

test.for([
  ['12,5', 12.5],
  ['12.5', 12.5],
  [',5', 0.5],
  ['12,', 12],
  ['1.234,56', 1234.56],
  ['1,234.56', 1234.56],
  ['1.234', 1234],
  ['1.234.567,8', 1_234_567.8],
] as const)('comma and dot both serve: "%s" is %s', ([raw, value]) => {
  expect(parseNumber(raw, hundredths)).toEqual({ ok: true, value })
})

test('three decimals, where allowed, are not taken for thousands', () => {
  expect(parseNumber('1,234', { decimals: 3, mayBeNegative: false })).toEqual({ ok: true, value: 1.234 })
  expect(parseNumber('0,125', hundredths)).toEqual({ ok: false, error: { type: 'tooManyDecimals', most: 2 } })
})

test.for([
  ['abc', { type: 'notANumber' }],
  ['12a', { type: 'notANumber' }],
  ['1e5', { type: 'notANumber' }],
  ['-', { type: 'notANumber' }],
  [',', { type: 'notANumber' }],
  ['1.2.3', { type: 'notANumber' }],
  ['1,2,3', { type: 'notANumber' }],
  ['1.23,4.5', { type: 'notANumber' }],
  ['12,5', { type: 'wholeOnly' }],
  ['-3', { type: 'negative' }],
] as const)('"%s" is refused in a field of whole numbers', ([raw, error]) => {
  expect(parseNumber(raw, whole)).toEqual({ ok: false, error })
})

test('a field that allows it reads a minus, hyphen or sign', () => {
  const signed = { decimals: 1, mayBeNegative: true }
  expect(parseNumber('-3,5', signed)).toEqual({ ok: true, value: -3.5 })
  expect(parseNumber('−3', signed)).toEqual({ ok: true, value: -3 })
  expect(parseNumber('-0', signed)).toEqual({ ok: true, value: 0 })
})

test('what a field shows for editing reads as the same number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom<',' | '.'>(',', '.'),
      (digits, decimals, mark) => {
        const value = (digits === 0 ? 0 : digits) / 10 ** decimals
        const read = parseNumber(numberToText(value, mark), { decimals, mayBeNegative: true })
        expect(read).toEqual({ ok: true, value })
      },
    ),
  )
})

test('nothing that can be typed makes it throw', () => {
  const typed = fc.string({ unit: fc.constantFrom('1', '9', '0', '.', ',', '-', ' ', 'a'), maxLength: 12 })
  fc.assert(
    fc.property(typed, fc.integer({ min: 0, max: 3 }), (raw, decimals) => {
      const read = parseNumber(raw, { decimals, mayBeNegative: true })
      expect(!read.ok || read.value === null || Number.isFinite(read.value)).toBe(true)
    }),
  )
})

test('thousands stand apart and read as the same number', () => {
  expect(groupThousands('1234567,5', ',')).toBe('1.234.567,5')
  expect(groupThousands('1234567.5', '.')).toBe('1,234,567.5')
  expect([groupThousands('-1234', ','), groupThousands('123', ',')]).toEqual(['-1.234', '123'])
  expect(parseNumber(groupThousands('1234567', ','), whole)).toEqual({ ok: true, value: 1_234_567 })
})
