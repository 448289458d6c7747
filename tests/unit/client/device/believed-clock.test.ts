import { expect, test } from 'vitest'
import { createBelievedClock, readTimeContact } from '../../../../src/client/device/believed-clock.ts'

const year = 365 * 86_400_000
const real = Date.UTC(2026, 10, 25)

function aClock(startMs: number, remembered?: { server: number; tablet: number }) {
  const tablet = { ms: startMs }
  return { tablet, clock: createBelievedClock(() => tablet.ms, remembered) }
}

test('before the server has spoken the tablet is believed', () => {
  expect(aClock(30 * year).clock.now()).toBe(30 * year)
})

test.each([
  ['behind', real - 30 * year],
  ['ahead', real + 30 * year],
])('a clock thirty years %s is put right by the server, and goes on from there', (_, start) => {
  const { tablet, clock } = aClock(start)
  clock.learn(real)
  expect(clock.now()).toBe(real)
  tablet.ms += 60_000
  expect(clock.now()).toBe(real + 60_000)
})

test('a clock that is a few minutes off stays the one that the person sees', () => {
  const { clock } = aClock(real + 400_000)
  clock.learn(real)
  expect(clock.now()).toBe(real + 400_000)
})

test('what was remembered counts after a restart without a network', () => {
  const { clock } = aClock(real - 30 * year, { server: real, tablet: real - 30 * year })
  expect(clock.now()).toBe(real)
})

test('a battery that was empty in between: it is never earlier than the last contact', () => {
  const { clock } = aClock(0, { server: real, tablet: real })
  expect(clock.now()).toBe(real)
})

test('the contact is remembered the first time, each hour, and when the clock has jumped', () => {
  const { tablet, clock } = aClock(real)
  expect(clock.learn(real)).toBe(true)
  tablet.ms += 60_000
  expect(clock.learn(real + 60_000)).toBe(false)
  tablet.ms += 2 * 3_600_000
  expect(clock.learn(tablet.ms)).toBe(true)
  const now = tablet.ms
  tablet.ms -= 9 * year
  expect(clock.learn(now + 1000)).toBe(true)
  expect(clock.now()).toBe(now + 1000)
})

test('something else than a contact is none', () => {
  expect(readTimeContact({ server: 1, tablet: 2 })).toEqual({ server: 1, tablet: 2 })
  for (const value of [undefined, null, 7, {}, { server: '1', tablet: 2 }])
    expect(readTimeContact(value)).toBeUndefined()
})
