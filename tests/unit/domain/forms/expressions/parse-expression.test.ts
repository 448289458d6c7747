import { expect, test } from 'vitest'
import { parseExpression } from '../../../../../src/domain/forms/expressions/parse-expression.ts'
import { readExpression } from '../../../../../src/domain/forms/expressions/read-expression.ts'
import { evaluateText } from './evaluate-text.ts'

test.each([
  ['', { type: 'unexpectedEnd', at: 0 }],
  ['  ', { type: 'unexpectedEnd', at: 2 }],
  ['1 +', { type: 'unexpectedEnd', at: 3 }],
  ['(1', { type: 'unexpectedEnd', at: 2 }],
  ['if(1, 2', { type: 'unexpectedEnd', at: 7 }],
  ['1 2', { type: 'unexpectedToken', at: 2, found: '2' }],
  ['1)', { type: 'unexpectedToken', at: 1, found: ')' }],
  ['* 2', { type: 'unexpectedToken', at: 0, found: '*' }],
  ['max(1,,2)', { type: 'unexpectedToken', at: 6, found: ',' }],
  ['max(1,)', { type: 'unexpectedToken', at: 6, found: ')' }],
  ['max(1 2)', { type: 'unexpectedToken', at: 6, found: '2' }],
  ['colour = 1', { type: 'unexpectedToken', at: 0, found: 'colour' }],
  ['1 and or 2', { type: 'unexpectedToken', at: 6, found: 'or' }],
  ['1 == 2', { type: 'unexpectedToken', at: 3, found: '=' }],
  ['. . .', { type: 'unexpectedToken', at: 2, found: '.' }],
  ["'open", { type: 'unclosedText', at: 0 }],
  ['1 & 2', { type: 'unexpectedCharacter', at: 2, found: '&' }],
  ['${}', { type: 'badReference', at: 0, found: '${}' }],
  ['${a b}', { type: 'badReference', at: 0, found: '${a b}' }],
  ['${a', { type: 'unexpectedCharacter', at: 0, found: '$' }],
  ['1 + teleport(2)', { type: 'unknownFunction', at: 4, name: 'teleport' }],
  ['constructor()', { type: 'unknownFunction', at: 0, name: 'constructor' }],
  ["selected('a')", { type: 'wrongArgumentCount', at: 0, name: 'selected', given: 1 }],
  ['today(1)', { type: 'wrongArgumentCount', at: 0, name: 'today', given: 1 }],
  ["regex(., '(a')", { type: 'badPattern', at: 9, pattern: '(a' }],
  ['('.repeat(2000), { type: 'tooDeep', at: 100 }],
  ['-'.repeat(2000) + '1', { type: 'tooDeep', at: 100 }],
  ['1' + ' + 1'.repeat(3000), { type: 'tooDeep', at: 3998 }],
  [' '.repeat(20_001), { type: 'tooLong', at: 20_000 }],
])('%.40s is refused, with the place', (source, error) => {
  expect(parseExpression(source)).toEqual({ ok: false, error })
})

test('a sum of 900 questions is not too deep', () => {
  expect(evaluateText('1' + ' + 1'.repeat(900))).toBe(901)
})

test('names with hyphens, operators without spaces and line breaks are understood', () => {
  expect(evaluateText('${a-b}-1', { 'a-b': 3 })).toBe(2)
  expect(evaluateText('${ a }\n+\u00a01', { a: 3 })).toBe(4)
  expect(evaluateText('${a}div${b}', { a: 6, b: 3 })).toBe(2)
})

test('what an expression reads is listed, the clock and the answer itself too', () => {
  const parsed = parseExpression('if(${a} > ., ${b}, concat(${a}, today()))')
  expect(parsed.ok && readExpression(parsed.value)).toEqual({
    references: [
      { name: 'a', at: 3 },
      { name: 'b', at: 13 },
      { name: 'a', at: 26 },
    ],
    self: true,
    clock: true,
  })
})
