import { describe, expect, test } from 'vitest'
import { createTries } from '../../../../src/server/http/tries.ts'
import { fakeClock } from '../../../support/fake-clock.ts'

const allowance = { free: 3, firstMs: 10, longestMs: 100 }

describe('failed tries', () => {
  test('cost nothing at first, then ever more, up to a limit', () => {
    const clock = fakeClock()
    const tries = createTries({ clock: clock.now })
    const waits = Array.from({ length: 8 }, () => {
      tries.fail('a', allowance)
      return tries.waitMs('a')
    })
    expect(waits).toEqual([0, 0, 10, 20, 40, 80, 100, 100])
    expect(tries.waitMs('b')).toBe(0)
    clock.advance(60)
    expect(tries.waitMs('a')).toBe(40)
  })

  test('are forgotten after a success, or an hour of peace', () => {
    const clock = fakeClock()
    const tries = createTries({ clock: clock.now })
    for (let at = 0; at < 5; at++) tries.fail('a', allowance)
    tries.forget('a')
    tries.fail('a', allowance)
    expect(tries.waitMs('a')).toBe(0)
    for (let at = 0; at < 5; at++) tries.fail('a', allowance)
    clock.advance(3_600_000)
    tries.fail('a', allowance)
    expect(tries.waitMs('a')).toBe(0)
  })

  test('that turned out well are taken back', () => {
    const tries = createTries({ clock: () => 0 })
    for (let at = 0; at < 20; at++) {
      tries.fail('a', allowance)
      tries.takeBack('a')
    }
    expect(tries.waitMs('a')).toBe(0)
    tries.takeBack('nobody')
    expect(tries.waitMs('nobody')).toBe(0)
  })

  test('of ever new names do not fill the memory', () => {
    const tries = createTries({ clock: () => 0 })
    for (let at = 0; at < 3; at++) tries.fail('first', allowance)
    for (let at = 0; at < 10_001; at++) tries.fail(`name ${at}`, allowance)
    expect(tries.waitMs('first')).toBe(0)
  })
})
