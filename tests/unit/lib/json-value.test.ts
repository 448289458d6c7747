import { expect, test } from 'vitest'
import { isSameJson } from '../../../src/lib/json-value.ts'

test('the order of keys does not matter, the order of a list does', () => {
  expect(isSameJson({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
  expect(isSameJson([1, 2], [2, 1])).toBe(false)
})

test.each([
  [null, {}],
  [[], {}],
  [{ a: 1 }, { a: 1, b: 2 }],
  ['1', 1],
  [undefined, null],
])('%j and %j differ', (a, b) => {
  expect(isSameJson(a, b)).toBe(false)
})
