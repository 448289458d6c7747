import { expect, test } from 'vitest'
import { matchPattern } from '../../../../../src/domain/forms/expressions/match-pattern.ts'
import { parsePattern } from '../../../../../src/domain/forms/expressions/parse-pattern.ts'
import type { Budget } from '../../../../../src/domain/forms/expressions/run.ts'
import { evaluateText } from './evaluate-text.ts'

function matches(text: string, source: string): unknown {
  const pattern = parsePattern(source)
  const run: Budget = { steps: 1_000_000, error: undefined }
  return pattern && (run.error ?? matchPattern(pattern, text, run))
}

test.each([
  ['0912345678', '0[0-9]{9}', true],
  ['091234567', '0[0-9]{9}', false],
  ['x0912345678', '0[0-9]{9}', false],
  ['abc', '^abc$', true],
  ['abc', 'b', false],
  ['', 'a*', true],
  ['', '', true],
  ['aaa', 'a+', true],
  ['', 'a+', false],
  ['colour', 'colou?r', true],
  ['aaaa', 'a{2,3}', false],
  ['aaa', 'a{2,3}', true],
  ['aaaaa', 'a{2,}', true],
  ['aa', '(?:a|b){2}', true],
  ['ab', '(a|b)*c?', true],
  ['cat', 'cat|dog', true],
  ['cadog', 'cat|dog', false],
  ['174/KH-UBND', '\\d+/KH-UBND', true],
  ['Lạng Sơn', '[\\p{L} ]+', true],
  ['a@b.vn', '[^@]+@[^@]+\\.[a-z]{2,}', true],
  ["a'@", "[a\\'\\@]+", true],
  ['😀', '.', true],
  ['\n', '.', false],
  ['aab', '(a*)*b', true],
])('the text %j and the pattern %j: %j', (text, pattern, expected) => {
  expect(matches(text, pattern)).toBe(expected)
})

test.each([
  '(a',
  'a)',
  '[a',
  'a**',
  '*',
  '(?=a)',
  '(?<n>a)',
  '\\1',
  '\\b',
  'a{3,2}',
  'a{999}',
  '[b-a]',
  '{2}',
  '[a&&b]',
])('the pattern %j is refused rather than guessed at', pattern => {
  expect(parsePattern(pattern)).toBeUndefined()
})

test('patterns that make backtracking engines hang are answered at once', () => {
  const started = performance.now()
  expect(matches('a'.repeat(1000) + '!', '(a+)+')).toBe(false)
  expect(matches('a'.repeat(1000) + '!', '(a|a)*')).toBe(false)
  expect(matches('a'.repeat(1000), 'a*a*a*a*a*a*b')).toBe(false)
  expect(performance.now() - started).toBeLessThan(1000)
})

test('a pattern that grows beyond bounds is an error, not a hang', () => {
  expect(evaluateText("regex('a', '((((((a{200}){200}){200}){200}){200}){200})')")).toEqual({
    type: 'badPattern',
  })
  expect(evaluateText("regex(${q}, 'a')", { q: 'a'.repeat(2001) })).toEqual({ type: 'textTooLong' })
  expect(evaluateText("regex(${q}, 'a{0,200}a{0,200}[^b]*a{0,200}')", { q: 'a'.repeat(2000) })).toEqual({
    type: 'tooManySteps',
  })
})
