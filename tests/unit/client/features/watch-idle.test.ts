import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchIdle } from '../../../../src/client/features/responses/handover/watch-idle.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aPage(isArmed: boolean) {
  const page = new EventTarget()
  let count = 0
  const stop = watchIdle(page as unknown as Document, { after: 1000, isArmed, onIdle: () => count++ })
  return { touch: () => page.dispatchEvent(new Event('pointerdown')), count: () => count, stop, page }
}

test('a page left alone is noticed once, and again only after somebody touched it', () => {
  const { touch, count } = aPage(true)
  vi.advanceTimersByTime(5000)
  expect(count()).toBe(1)
  touch()
  vi.advanceTimersByTime(999)
  expect(count()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(count()).toBe(2)
})

test('each touch begins the time anew', () => {
  const { touch, count } = aPage(false)
  for (let at = 0; at < 5; at++) {
    touch()
    vi.advanceTimersByTime(900)
  }
  expect(count()).toBe(0)
  vi.advanceTimersByTime(100)
  expect(count()).toBe(1)
})

test('a page that nobody has touched is left as it is', () => {
  const { count } = aPage(false)
  vi.advanceTimersByTime(60_000)
  expect(count()).toBe(0)
})

test('time in which the tablet slept counts, before the touch that wakes it', () => {
  const { touch, count } = aPage(false)
  touch()
  vi.setSystemTime(Date.now() + 3_600_000)
  touch()
  expect(count()).toBe(1)
})

test('a page that was left is not watched any more', () => {
  const { touch, count, stop } = aPage(true)
  stop()
  touch()
  vi.advanceTimersByTime(5000)
  expect(count()).toBe(0)
})
