import { expect, test } from 'vitest'
import { addToChecksum, takeFromChecksum } from '../../../../src/sync/protocol/checksum.ts'

const versions = Array.from({ length: 200 }, (_, at) => ({
  thing: `t${at % 7}`,
  field: `f${at}`,
  op: `op${at}`,
}))

test('SY7 the checksum is the same in any order, and comes back to zero', () => {
  const sum = versions.reduce(addToChecksum, 0)
  expect(versions.toReversed().reduce(addToChecksum, 0)).toBe(sum)
  expect(Number.isSafeInteger(sum) && sum > 0).toBe(true)
  expect(versions.reduce(takeFromChecksum, sum)).toBe(0)
})

test('SY7 two fields that swapped their versions do not look the same', () => {
  const swapped = [
    { thing: 't', field: 'a', op: 'y' },
    { thing: 't', field: 'b', op: 'x' },
  ]
  const right = [
    { thing: 't', field: 'a', op: 'x' },
    { thing: 't', field: 'b', op: 'y' },
  ]
  expect(swapped.reduce(addToChecksum, 0)).not.toBe(right.reduce(addToChecksum, 0))
})
