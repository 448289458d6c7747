import { describe, expect, test } from 'vitest'
import { effectiveHlc, hlcOfMs, isLater, msOfHlc, nextHlc } from '../../../../src/sync/protocol/hlc.ts'

const now = Date.UTC(2026, 10, 23)

describe('SY5 the clock', () => {
  test('holds milliseconds', () => expect(msOfHlc(hlcOfMs(now))).toBe(now))

  test.each([Number.NaN, -1, Number.POSITIVE_INFINITY, 1e300])('never throws, not for %d', ms => {
    expect(Number.isSafeInteger(hlcOfMs(ms))).toBe(true)
  })

  test('goes forward even when the wall clock jumps back', () => {
    expect(nextHlc(hlcOfMs(now), now - 86_400_000)).toBe(hlcOfMs(now) + 1)
  })

  test('is clamped to the server’s millisecond, and always after what was seen', () => {
    expect(msOfHlc(effectiveHlc(hlcOfMs(now + 1e9), undefined, now))).toBe(now)
    expect(effectiveHlc(5, hlcOfMs(now), now)).toBe(hlcOfMs(now) + 1)
  })

  test('ties are broken by the op id, the same way everywhere', () => {
    expect(isLater({ hlc: 1, op: 'b' }, { hlc: 1, op: 'a' })).toBe(true)
    expect(isLater({ hlc: 1, op: 'a' }, { hlc: 1, op: 'b' })).toBe(false)
    expect(isLater({ hlc: 2, op: 'a' }, { hlc: 1, op: 'b' })).toBe(true)
  })
})
