import { expect, test } from 'vitest'
import { nextDelay } from '../../../../src/sync/replica/backoff.ts'
import { batchBytes, growBatch, shrinkBatch } from '../../../../src/sync/replica/batch-size.ts'
import { newOpId } from '../../../../src/sync/replica/op-id.ts'

test('SY13 batches double from 24 KB, about 5 on the wire, to 128 KB and halve down to 1 KB', () => {
  const up = [batchBytes.first]
  for (let n = 0; n < 5; n++) up.push(growBatch(up.at(-1) ?? 0) as typeof batchBytes.first)
  expect(up).toEqual([24, 48, 96, 128, 128, 128].map(kb => kb * 1024))
  expect(shrinkBatch(8 * 1024)).toBe(4 * 1024)
  expect(shrinkBatch(1024)).toBe(1024)
})

test('SY13 the delay is anything below a bound that doubles up to five minutes', () => {
  const bounds = [1, 2, 3, 4, 9, 60].map(attempt => nextDelay(attempt, () => 0.999_999_9))
  expect(bounds).toEqual([1999, 3999, 7999, 15_999, 299_999, 299_999])
  expect(nextDelay(5, () => 0)).toBe(0)
  expect(nextDelay(2, () => 0.5)).toBe(2000)
})

test('SY2 an op id is 96 random bits in 16 letters', () => {
  expect(newOpId(count => new Uint8Array(count))).toBe('A'.repeat(16))
  expect(newOpId(count => new Uint8Array(count).fill(255))).toBe('_'.repeat(16))
  expect(newOpId(() => Uint8Array.from({ length: 12 }, (_, at) => at * 20))).toBe(
    Buffer.from(Array.from({ length: 12 }, (_, at) => at * 20)).toString('base64url'),
  )
})
