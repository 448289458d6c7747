import { describe, expect, test } from 'vitest'
import { createTurnstile } from '../../../../src/server/http/turnstile.ts'

describe('a turnstile', () => {
  test('lets so many in at once, and the next one when somebody has left', () => {
    const turnstile = createTurnstile(2)
    const leave = turnstile.enter()
    expect(turnstile.enter()).toBeDefined()
    expect([turnstile.isFull(), turnstile.enter()]).toEqual([true, undefined])
    leave?.()
    expect(turnstile.isFull()).toBe(false)
    expect(turnstile.enter()).toBeDefined()
  })

  test('is left once by each, however often they say so', () => {
    const turnstile = createTurnstile(2)
    const leave = turnstile.enter()
    turnstile.enter()
    leave?.()
    leave?.()
    turnstile.enter()
    expect(turnstile.isFull()).toBe(true)
  })

  test('spreads those whom it turns away over some seconds', () => {
    const { comeAgainIn } = createTurnstile(1)
    const told = Array.from({ length: 16 }, comeAgainIn)
    expect(new Set(told).size).toBe(8)
    expect([Math.min(...told), Math.max(...told)]).toEqual([2, 9])
  })
})
