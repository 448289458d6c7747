import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { middleStep, nearestStep, stepFrom } from '../../../../src/client/ui/range-steps.ts'

const tenths = { start: 35, end: 42, step: 0.1 }

test('decimal steps stay what they look like', () => {
  expect(stepFrom(37.2, 1, tenths)).toBe(37.3)
  expect(nearestStep(0.1 + 0.2, { start: 0, end: 1, step: 0.1 })).toBe(0.3)
})

test('the first step from nothing chosen is the middle', () => {
  expect(stepFrom(null, 1, { start: 0, end: 10, step: 1 })).toBe(5)
  expect(stepFrom(null, -1, { start: 0, end: 10, step: 1 })).toBe(5)
})

test('the last step is the last that fits before the end', () => {
  expect(nearestStep(10, { start: 0, end: 10, step: 3 })).toBe(9)
  expect(stepFrom(42, 1, tenths)).toBe(42)
  expect(stepFrom(35, -1, tenths)).toBe(35)
})

test('every number given comes back as a step of the range', () => {
  const ranges = fc.record({
    start: fc.integer({ min: -50, max: 50 }),
    steps: fc.integer({ min: 1, max: 200 }),
    step: fc.constantFrom(0.1, 0.25, 0.5, 1, 2, 5),
  })
  fc.assert(
    fc.property(ranges, fc.double({ noNaN: true, min: -1e6, max: 1e6 }), ({ start, steps, step }, number) => {
      const range = { start, end: start + steps * step, step }
      const nearest = nearestStep(number, range)
      expect(nearestStep(nearest, range)).toBe(nearest)
      expect(nearest).toBeGreaterThanOrEqual(range.start)
      expect(nearest).toBeLessThanOrEqual(range.end + 1e-9)
      expect(nearestStep(middleStep(range), range)).toBe(middleStep(range))
    }),
  )
})
