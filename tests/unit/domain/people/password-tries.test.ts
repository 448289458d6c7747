import { expect, test } from 'vitest'
import {
  addWrongTry,
  noTries,
  secondsToWait,
  textToTries,
  triesToText,
} from '../../../../src/domain/people/password-tries.ts'

const wrong = (count: number, now: number) => {
  let tries = noTries
  for (let at = 0; at < count; at++) tries = addWrongTry(tries, now)
  return tries
}

test('a few wrong passwords cost nothing, each further one a short pause', () => {
  expect(secondsToWait(wrong(4, 1000), 1000)).toBe(0)
  expect(secondsToWait(wrong(5, 1000), 1000)).toBe(30)
  expect(secondsToWait(wrong(5, 1000), 30_500)).toBe(1)
  expect(secondsToWait(wrong(5, 1000), 31_000)).toBe(0)
  expect(secondsToWait(wrong(6, 31_000), 31_000)).toBe(30)
})

test('a clock that was set back locks nobody out', () => {
  expect(secondsToWait(wrong(9, 1_000_000), 5)).toBe(0)
})

test('tries survive as a text; what is none counts as no try', () => {
  expect(textToTries(triesToText(wrong(3, 77)))).toEqual({ wrong: 3, lastAt: 77 })
  expect(textToTries(null)).toEqual(noTries)
  expect(textToTries('x y')).toEqual(noTries)
})
