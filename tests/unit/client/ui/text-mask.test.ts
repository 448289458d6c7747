import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fillsMask,
  fitToMask,
  keepNumberSigns,
  maskToExample,
  wantsOnlyDigits,
} from '../../../../src/client/ui/text-mask.ts'

const type = (keys: string, mask: string): string => {
  let text = ''
  for (const key of keys) text = fitToMask(text + key, mask, text)
  return text
}

test('the signs of the mask come by themselves', () => {
  expect(type('122017', '99/9999')).toBe('12/2017')
  expect(type('12/2017', '99/9999')).toBe('12/2017')
  expect(type('0912345678', '9999 999 999')).toBe('0912 345 678')
})

test('what does not fit is left out, what is too long too', () => {
  expect(type('1a2', '99')).toBe('12')
  expect(type('12345', '999')).toBe('123')
  expect(type('123đb', '999-aa')).toBe('123-đb')
})

test('leading zeros stay', () => {
  expect(type('001099012345', '999999999999')).toBe('001099012345')
})

test('a sign of the mask can be deleted', () => {
  expect(fitToMask('12', '99/9999', '12/')).toBe('12')
  expect(fitToMask('', '(99)', '(')).toBe('')
})

test('only a text that goes to the end of the mask fills it', () => {
  expect(fillsMask('12/2017', '99/9999')).toBe(true)
  expect(fillsMask('12/20', '99/9999')).toBe(false)
  expect(fillsMask('12-2017', '99/9999')).toBe(false)
})

test('what was fitted fits again', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('1', '9', 'a', 'Đ', '/', ' ') }), raw => {
      const text = fitToMask(raw, '99/aa')
      expect(fitToMask(text, '99/aa')).toBe(text)
    }),
  )
})

test('a mask of digits asks for the keypad and shows zeros', () => {
  expect([wantsOnlyDigits('99/9999'), wantsOnlyDigits('99-aa')]).toEqual([true, false])
  expect(maskToExample('99/9999')).toBe('00/0000')
})

test('a text of numbers keeps its zeros and signs and drops letters', () => {
  expect(keepNumberSigns('+84 0912-345.678 máy lẻ 3')).toBe('+84 0912-345.678   3')
})
