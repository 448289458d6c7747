import { expect, test } from 'vitest'
import { sortRows } from '../../../../src/client/ui/sort-rows.ts'

test('names stand in Vietnamese order', () => {
  const names = ['Đào', 'Ân', 'Dung', 'An', 'Ất']
  expect(sortRows(names, name => name, false)).toEqual(['An', 'Ân', 'Ất', 'Dung', 'Đào'])
})

test('rows without a value stand last both ways', () => {
  const scores = [2, null, 10, 1]
  expect(sortRows(scores, score => score, false)).toEqual([1, 2, 10, null])
  expect(sortRows(scores, score => score, true)).toEqual([10, 2, 1, null])
})
