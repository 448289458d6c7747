import { expect, test } from 'vitest'
import { initials } from '../../../../src/client/ui/initials.ts'

test.for([
  ['Hoàng Văn Thụ', 'HT'],
  ['đặng thị ánh', 'ĐÁ'],
  ['Lan', 'L'],
  ['', ''],
] as const)('the initials of "%s" are %s', ([name, letters]) => {
  expect(initials(name)).toBe(letters)
})
