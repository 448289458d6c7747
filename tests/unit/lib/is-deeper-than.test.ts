import { expect, test } from 'vitest'
import { isDeeperThan } from '../../../src/lib/is-deeper-than.ts'

test('a value is as deep as its lists and objects lie in each other', () => {
  expect(isDeeperThan('text', 0)).toBe(false)
  expect(isDeeperThan(null, 0)).toBe(false)
  expect(isDeeperThan([], 0)).toBe(true)
  expect(isDeeperThan([], 1)).toBe(false)
  expect(isDeeperThan({ a: 1, b: [{}] }, 3)).toBe(false)
  expect(isDeeperThan({ a: 1, b: [{}] }, 2)).toBe(true)
})

test('a value deeper than the stack is measured all the same', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
  expect(isDeeperThan(deep, 199_999)).toBe(true)
  expect(isDeeperThan(deep, 200_000)).toBe(false)
})
