import { describe, expect, test } from 'vitest'
import type { Scalar } from '../../../../../src/domain/forms/expressions/scalar.ts'
import { evaluateText } from './evaluate-text.ts'

type Row = readonly [source: string, expected: unknown]
const rows = (list: readonly Row[]) => list

describe('operators mean what XPath 1.0 says', () => {
  test.each(
    rows([
      ['1 + 2 * 3', 7],
      ['(1 + 2) * 3', 9],
      ['10 - 4 - 3', 3],
      ['24 div 4 div 2', 3],
      ['7 mod 3', 1],
      ['-7 mod 3', -1],
      ['7 mod -3', 1],
      ['-2 * 3', -6],
      ['--2', 2],
      ['2 - -2', 4],
      ['.5 + 1.', 1.5],
      ['1 div 0', Infinity],
      ['0 div 0', NaN],
      ["'3' + 4", 7],
      ["' 3 ' + 4", 7],
      ["'1e3' + 0", NaN],
      ["'' + 1", NaN],
      ['true() + 1', 2],
      ['1 or 0', true],
      ['1 = 1 and 0', false],
      ['1 = 2 or 2 = 2 and 1 = 2', false],
      ["'false' and true()", true],
      ['1 < 2 = true()', true],
      ['3 > 2 > 1', false],
      ["'a' = 'a'", true],
      ['\'a\' = "a"', true],
      ['0.1 + 0.2 = 0.3', true],
      ['1 div 0 = 1 div 0', true],
    ]),
  )('%s is %j', (source, expected) => {
    expect(evaluateText(source)).toEqual(expected)
  })
})

describe('an empty answer', () => {
  test.each(
    rows([
      ["${q} = ''", true],
      ["${q} != ''", false],
      ["${q} != 'none'", true],
      ["${q} != '' and ${q} != 'none'", false],
      ['${q} != 5', true],
      ['${q} = 0', false],
      ['${q} > 0', false],
      ['${q} <= 0', false],
      ['${q} < ${q}', false],
      ['${q} + 1', NaN],
      ['not(${q})', true],
      ['not(${q} > 3)', true],
      ["selected(${q}, 'a')", false],
      ['count-selected(${q})', 0],
      ['coalesce(${q}, 7)', 7],
      ['number(${q})', NaN],
      ['sum(${q}, 4)', 4],
      ['max(${q}, 4)', 4],
      ['max(${q})', NaN],
      ['date(${q})', ''],
      ["format-date(${q}, '%d/%m/%Y')", ''],
      ['string-length(${q})', 0],
    ]),
  )('%s is %j', (source, expected) => {
    expect(evaluateText(source)).toEqual(expected)
  })
})

describe('equality looks at the kinds of both sides', () => {
  test.each<readonly [source: string, values: Record<string, Scalar>, expected: boolean]>([
    ["${q} = '5'", { q: 5 }, true],
    ["${q} = '5.0'", { q: 5 }, true],
    ["${q} = '5.0'", { q: '5' }, false],
    ["${q} != ''", { q: 5 }, true],
    ["${q} = ''", { q: 5 }, false],
    ["${q} = ''", { q: 0 }, false],
    ['${q} = true()', { q: 'no' }, true],
    ['${q} = false()', { q: 0 }, true],
    ["${q} = 'yes'", { q: 'yes' }, true],
    ["${q} = 'Yes'", { q: 'yes' }, false],
  ])('%s with %j is %j', (source, values, expected) => {
    expect(evaluateText(source, values)).toBe(expected)
  })
})

describe('dates compare and add as days', () => {
  test.each(
    rows([
      ['today()', '2017-10-16'],
      ["'2017-10-15' < today()", true],
      ["'2017-10-16' <= today()", true],
      ["'2017-10-17' <= today()", false],
      ["'2017-10-16' = today()", true],
      ["'2017-9-1' < today()", false],
      ["'2017-02-29' < today()", false],
      ['today() - 1', 17454],
      ['date(today() - 1)', '2017-10-15'],
      ['date(today() + 16)', '2017-11-01'],
      ["number('1970-01-02')", 1],
      ["number('1969-12-31')", -1],
      ["today() - '2017-07-16'", 92],
      ['now() > today()', true],
      ['now() < today() + 1', true],
      ["date('2017-10-16T23:59:00.000+07:00')", '2017-10-16'],
      ["decimal-date-time('1970-01-02T19:00:00.000+07:00')", 1.5],
      ["decimal-date-time('nothing')", NaN],
      ["format-date(today(), '%d/%m/%Y')", '16/10/2017'],
      ["format-date(today(), '%e-%n-%y %b %a %%')", '16-10-17 Oct Mon %'],
      ["format-date('1969-12-31', '%a')", 'Wed'],
      ["format-date-time(now(), '%H:%M:%S.%3 %h')", '09:30:00.000 9'],
      ["format-date(17455, '%Y-%m-%d %q')", '2017-10-16 %q'],
      ['date(1 div 0)', ''],
      ["date('x')", ''],
    ]),
  )('%s is %j', (source, expected) => {
    expect(evaluateText(source)).toEqual(expected)
  })
})

describe('functions', () => {
  test.each(
    rows([
      ["selected('fibre adsl', 'adsl')", true],
      ["selected('fibre adsl', 'ads')", false],
      ["selected('fibre adsl', ' adsl ')", true],
      ["count-selected('fibre adsl')", 2],
      ["count-selected(' fibre  adsl ')", 2],
      ["selected-at('fibre adsl', 1)", 'adsl'],
      ["selected-at('fibre adsl', 2)", ''],
      ["selected-at('fibre adsl', -1)", ''],
      ["if(1 > 2, 'a', 'b')", 'b'],
      ["if('', 'a', 'b')", 'b'],
      ["coalesce('', 'b')", 'b'],
      ["coalesce('a', 'b')", 'a'],
      ["coalesce(0 div 0, 'b')", 'b'],
      ['coalesce(0, 5)', 0],
      ['not(true())', false],
      ["boolean('0')", true],
      ["boolean-from-string('0')", false],
      ['boolean(0)', false],
      ['int(2.9)', 2],
      ['int(-2.9)', -2],
      ["number('12.50')", 12.5],
      ['number(true())', 1],
      ['round(2.5)', 3],
      ['round(-2.5)', -2],
      ['round(1.005, 2)', 1.01],
      ['round(66.66666, 1)', 66.7],
      ['round(1234, -2)', 1200],
      ['round(0 div 0, 1)', NaN],
      ['round(1, 31)', NaN],
      ['abs(-3)', 3],
      ['sqrt(16)', 4],
      ['pow(2, 10)', 1024],
      ["min(3, '', 2)", 2],
      ["max(-3, '', -2)", -2],
      ["sum(1, '2', '', 'x')", 3],
      ['string(5.0)', '5'],
      ['string(0.1)', '0.1'],
      ['string(1000000 * 1000000000000000000)', '1000000000000000000000000'],
      ['string(1 div 10000000)', '0.0000001'],
      ['string(-15 div 100000000)', '-0.00000015'],
      ['string(-0)', '0'],
      ['string(true())', 'true'],
      ['string(0 div 0)', 'NaN'],
      ["string-length('Lạng Sơn')", 8],
      ["normalize-space('  Lạng   Sơn ')", 'Lạng Sơn'],
      ["concat('a', 1, true())", 'a1true'],
      ["join(', ', 'a', 'b')", 'a, b'],
      ["substr('abcdef', 2)", 'cdef'],
      ["substr('abcdef', 1, 3)", 'bc'],
      ["substr('abcdef', -2)", 'ef'],
      ["contains('abc', 'b')", true],
      ["contains('abc', '')", true],
      ["starts-with('abc', 'b')", false],
      ["ends-with('abc', 'bc')", true],
      ["substring-before('12/05', '/')", '12'],
      ["substring-before('12', '/')", ''],
      ["substring-after('12/05', '/')", '05'],
      ["substring-after('12', '/')", ''],
      ["count-non-empty('a', '', 0)", 2],
      ["once('new')", 'new'],
    ]),
  )('%s is %j', (source, expected) => {
    expect(evaluateText(source)).toEqual(expected)
  })

  test('once keeps the value that is there already', () => {
    expect(evaluateText("once('new')", {}, 'old')).toBe('old')
  })

  test('string-length without an argument measures the answer itself', () => {
    expect(evaluateText('string-length() >= 3', {}, 'abc')).toBe(true)
  })

  test('if does not evaluate the branch it does not take', () => {
    const long = 'x'.repeat(60_000)
    expect(evaluateText("if(true(), 'short', concat(${q}, ${q}))", { q: long })).toBe('short')
    expect(evaluateText('concat(${q}, ${q})', { q: long })).toEqual({ type: 'textTooLong' })
  })
})

describe('. is the value of the question itself', () => {
  test.each<readonly [source: string, self: Scalar, expected: boolean]>([
    ['. >= 0 and . <= 100', 40, true],
    ['. >= 0 and . <= 100', 101, false],
    ["not(selected(., 'none') and count-selected(.) > 1)", 'none fibre', false],
    ["not(selected(., 'none') and count-selected(.) > 1)", 'none', true],
    ['. <= today()', '2017-10-17', false],
    ['.>0', 1, true],
    ['.5 < .', 1, true],
  ])('%s with %j is %j', (source, self, expected) => {
    expect(evaluateText(source, {}, self)).toBe(expected)
  })
})
