import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveTo, orderOf, placeOfDrag } from '../../../../src/client/ui/rank-moves.ts'

test('without an order the options stand as the form has them', () => {
  expect(orderOf(['a', 'b', 'c'], null)).toEqual(['a', 'b', 'c'])
})

test('an order of before keeps its sense when the form has changed its options', () => {
  expect(orderOf(['a', 'b', 'd'], ['c', 'b', 'a'])).toEqual(['b', 'a', 'd'])
})

test('one moves, the others close up', () => {
  expect(moveTo(['a', 'b', 'c', 'd'], 'a', 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moveTo(['a', 'b', 'c', 'd'], 'd', 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(moveTo(['a', 'b'], 'a', 9)).toEqual(['b', 'a'])
  expect(moveTo(['a', 'b'], 'x', 0)).toEqual(['a', 'b'])
})

test('no move loses or doubles an option', () => {
  const orders = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(orders, fc.nat(), fc.integer({ min: -3, max: 12 }), (order, at, place) => {
      const moved = order[at % order.length] ?? ''
      expect(moveTo(order, moved, place).toSorted()).toEqual(order.toSorted())
    }),
  )
})

const boxes = [
  { top: 0, height: 50 },
  { top: 60, height: 50 },
  { top: 120, height: 100 },
  { top: 230, height: 50 },
]

test.for([
  [0, 0, 0],
  [0, 30, 0],
  [0, 36, 1],
  [0, 125, 2],
  [0, 900, 3],
  [3, -50, 3],
  [3, -61, 2],
  [3, -900, 0],
  [2, -36, 1],
] as const)('row %i dragged by %i px takes place %i', ([from, by, place]) => {
  expect(placeOfDrag(boxes, from, by)).toBe(place)
})
