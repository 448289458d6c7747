import { expect, test } from 'vitest'
import { searchKey } from '../../../src/lib/search-key.ts'

test.each([
  ['Hoà Bình', 'hoa binh'],
  ['Hòa  Bình ', 'hoa binh'],
  ['ĐÌNH LẬP', 'dinh lap'],
  ['Thuỵ Hùng', 'thuy hung'],
  ['Thụy Hùng'.normalize('NFD'), 'thuy hung'],
])('%s is found as %s, whatever the diacritics and their placement', (text, key) => {
  expect(searchKey(text)).toBe(key)
})
