import { expect, test } from 'vitest'
import { arrowHead, boxBetween, isMeant } from '../../../../src/client/ui/photo-marks.ts'

const picture = { width: 100, height: 80 }

test('a blur drawn from any corner covers the same pixels, and none outside the picture', () => {
  const box = { x: 10, y: 20, width: 30, height: 10 }
  expect(boxBetween({ x: 10, y: 20 }, { x: 40, y: 30 }, picture)).toEqual(box)
  expect(boxBetween({ x: 40, y: 20 }, { x: 10, y: 30 }, picture)).toEqual(box)
  expect(boxBetween({ x: -5, y: 70 }, { x: 10.2, y: 200 }, picture)).toEqual({
    x: 0,
    y: 70,
    width: 11,
    height: 10,
  })
})

test('the head of an arrow points back along its shaft and is never longer than it', () => {
  const [left, right] = arrowHead({ x: 0, y: 0 }, { x: 100, y: 0 }, 20)
  expect(left.x).toBeCloseTo(right.x)
  expect(left.y).toBeCloseTo(-right.y)
  expect(left.x).toBeLessThan(100)
  const [short] = arrowHead({ x: 0, y: 0 }, { x: 5, y: 0 }, 20)
  expect(Math.hypot(5 - short.x, short.y)).toBeCloseTo(5)
})

test('a slip of the finger is no mark', () => {
  const spots = [
    { x: 1, y: 1 },
    { x: 2, y: 60 },
  ]
  expect(isMeant({ tool: 'arrow', spots }, 10)).toBe(true)
  expect(isMeant({ tool: 'blur', spots }, 10)).toBe(false)
  expect(isMeant({ tool: 'line', spots: spots.slice(0, 1) }, 10)).toBe(false)
  expect(isMeant({ tool: 'arrow', spots: [] }, 10)).toBe(false)
})
