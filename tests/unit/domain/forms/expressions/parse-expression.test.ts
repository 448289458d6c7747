import { expect, test } from 'vitest'
import { parseExpression } from '../../../../../src/domain/forms/expressions/parse-expression.ts'
import { readExpression } from '../../../../../src/domain/forms/expressions/read-expression.ts'
import { aContext, aTree, nodeAt } from './a-tree.ts'
import { evaluateIn, evaluateText } from './evaluate-text.ts'

test.each([
  ['', { type: 'unexpectedEnd', at: 0 }],
  ['  ', { type: 'unexpectedEnd', at: 2 }],
  ['1 +', { type: 'unexpectedEnd', at: 3 }],
  ['(1', { type: 'unexpectedEnd', at: 2 }],
  ['if(1, 2', { type: 'unexpectedEnd', at: 7 }],
  ['1 2', { type: 'unexpectedToken', at: 2, found: '2' }],
  ['1)', { type: 'unexpectedToken', at: 1, found: ')' }],
  ['* 2', { type: 'unexpectedToken', at: 2, found: '2' }],
  ['max(1,,2)', { type: 'unexpectedToken', at: 6, found: ',' }],
  ['max(1,)', { type: 'unexpectedToken', at: 6, found: ')' }],
  ['max(1 2)', { type: 'unexpectedToken', at: 6, found: '2' }],
  ['1 and or 2', { type: 'unexpectedToken', at: 9, found: '2' }],
  ['1 == 2', { type: 'unexpectedToken', at: 3, found: '=' }],
  ['. . .', { type: 'unexpectedToken', at: 2, found: '.' }],
  ["'open", { type: 'unclosedText', at: 0 }],
  ['1 & 2', { type: 'unexpectedCharacter', at: 2, found: '&' }],
  ['${}', { type: 'badReference', at: 0, found: '${}' }],
  ['${a b}', { type: 'badReference', at: 0, found: '${a b}' }],
  ['${a', { type: 'badReference', at: 0, found: '${a' }],
  ['1 + ${a b', { type: 'badReference', at: 4, found: '${a' }],
  ['$a', { type: 'unexpectedCharacter', at: 0, found: '$' }],
  ['${q} = ‘yes’', { type: 'curlyQuote', at: 7, found: '‘' }],
  ['${q} = “yes”', { type: 'curlyQuote', at: 7, found: '“' }],
  ["${q} = 'yes’", { type: 'curlyQuote', at: 11, found: '’' }],
  ['1 – 2', { type: 'unexpectedCharacter', at: 2, found: '–' }],
  ['😀', { type: 'unexpectedCharacter', at: 0, found: '😀' }],
  ['a/', { type: 'unexpectedEnd', at: 2 }],
  ['/data/1', { type: 'unexpectedToken', at: 6, found: '1' }],
  ['a[1', { type: 'unexpectedEnd', at: 3 }],
  ['a[]', { type: 'unexpectedToken', at: 2, found: ']' }],
  ['sideways::a', { type: 'unexpectedToken', at: 0, found: 'sideways' }],
  ['/data/count(a)', { type: 'unexpectedToken', at: 6, found: 'count' }],
  ['/data/text()', { type: 'unsupportedFunction', at: 6, name: 'text' }],
  ["property('deviceid')", { type: 'unsupportedFunction', at: 0, name: 'property' }],
  ['Selected(., 1)', { type: 'unknownFunction', at: 0, name: 'Selected', suggestion: 'selected' }],
  ['cuont(${a})', { type: 'unknownFunction', at: 0, name: 'cuont', suggestion: 'count' }],
  ['iff(1, 2, 3)', { type: 'unknownFunction', at: 0, name: 'iff', suggestion: 'if' }],
  ['toString(1)', { type: 'unknownFunction', at: 0, name: 'toString', suggestion: 'string' }],
  ['count(3)', { type: 'pathExpected', at: 6 }],
  ["count('a')", { type: 'pathExpected', at: 6 }],
  ["'a'/b", { type: 'pathExpected', at: 0 }],
  ['(1 + 2)[1]', { type: 'pathExpected', at: 3 }],
  ['a | 2', { type: 'pathExpected', at: 4 }],
  ['instance(${a})/root/item', { type: 'unexpectedToken', at: 9, found: 'instance' }],
  ['instance()/root', { type: 'wrongArgumentCount', at: 0, name: 'instance', given: 0 }],
  ['current(1)', { type: 'wrongArgumentCount', at: 0, name: 'current', given: 1 }],
  [
    'indexed-repeat(${a}, ${r}, 1, 2)',
    { type: 'wrongArgumentCount', at: 0, name: 'indexed-repeat', given: 4 },
  ],
  ["jr:choice-name(${a}, 'a b')", { type: 'badReference', at: 21, found: 'a b' }],
  ["regex(., '(?=.*a).+')", { type: 'badPattern', at: 9, pattern: '(?=.*a).+', unsupported: '(?=' }],
  ["regex(., '(a)\\1')", { type: 'badPattern', at: 9, pattern: '(a)\\1', unsupported: '\\1' }],
  ['a['.repeat(2000), { type: 'tooDeep', at: 202 }],
  ['a' + '/a'.repeat(3000) + ' !', { type: 'unexpectedCharacter', at: 6002, found: '!' }],
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

test('operator names and * are steps where a step may stand', () => {
  const root = aTree({ data: { div: 6, mod: 4, and: 1, 'a-b': 3, 'a.b': 5, a: 9, b: 2, số_hộ: 7 } })
  const read = (source: string): unknown => evaluateIn(aContext(root, nodeAt(root, 'data')), source)
  expect(read('div div mod')).toBe(1.5)
  expect(read('div mod mod')).toBe(2)
  expect(read('and and and')).toBe(true)
  expect(read('count(*) * 2')).toBe(16)
  expect(read('a-b')).toBe(3)
  expect(read('a -b')).toBe(7)
  expect(read('a - b')).toBe(7)
  expect(read('a.b')).toBe(5)
  expect(read('số_hộ+1')).toBe(8)
  expect(read('\n/ data\t/\r\n a')).toBe(9)
})

test('what an expression reads is listed, the clock and the answer itself too', () => {
  expect(reads('if(${a} > ., ${b}, concat(${a}, today()))')).toEqual({
    references: [
      { name: 'a', at: 3, scope: 'own' },
      { name: 'b', at: 13, scope: 'own' },
      { name: 'a', at: 26, scope: 'own' },
    ],
    paths: [],
    instances: [],
    self: true,
    clock: true,
    once: false,
    random: false,
  })
})

test('paths, tables and chance are listed, columns of a table are not', () => {
  expect(
    reads(
      "count(${rep}[x > ../y]) + /data/z + instance('crops')/root/item[name = current()/../k and kind = ${q}]/cost",
    ),
  ).toMatchObject({
    references: [
      { name: 'rep', at: 6, scope: 'all' },
      { name: 'q', at: 97, scope: 'own' },
    ],
    paths: [
      { text: 'x', at: 13 },
      { text: '../y', at: 17 },
      { text: '/data/z', at: 26 },
      { text: 'current()/../k', at: 71 },
    ],
    instances: [{ id: 'crops', at: 36 }],
    self: false,
  })
  expect(reads("pulldata('crops', 'cost', 'name', ${k})")).toMatchObject({
    instances: [{ id: 'crops', at: 9 }],
  })
  expect(reads('once(random())')).toMatchObject({ random: true, self: false })
  expect(reads('randomize(${a}, 3)')).toMatchObject({ random: false })
  expect(reads('string-length() > 3')).toMatchObject({ self: true })
  expect(reads('${rep}[. = 3]')).toMatchObject({ self: false })
})

test('the question that jr:choice-name names in a text is read', () => {
  expect(reads("jr:choice-name(selected-at(${a}, 0), '${b}')")).toMatchObject({
    references: [
      { name: 'a', at: 27 },
      { name: 'b', at: 38 },
    ],
  })
})

function reads(source: string): unknown {
  const parsed = parseExpression(source)
  return parsed.ok ? readExpression(parsed.value) : parsed.error
}
