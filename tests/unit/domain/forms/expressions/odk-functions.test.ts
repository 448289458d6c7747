import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { evaluate, evaluateNodes } from '../../../../../src/domain/forms/expressions/evaluate.ts'
import { unsupportedFunctions } from '../../../../../src/domain/forms/expressions/functions.ts'
import { parseExpression } from '../../../../../src/domain/forms/expressions/parse-expression.ts'
import { aContext, aTree, nodeAt } from './a-tree.ts'
import { evaluateIn, evaluateText } from './evaluate-text.ts'

const letters = aTree({
  data: { letter: ['A', 'B', 'C', 'D', 'E', 'F'], flag: ['yes', '', 'yes'], weight: [2, 3, 5] },
})
const inLetters = aContext(letters, nodeAt(letters, 'data'))

describe('functions of the ODK documentation', () => {
  test.each<readonly [source: string, expected: unknown]>([
    ["substr('abcde', 1, -1)", 'bcd'],
    ["substring('12345', 2, 3)", '234'],
    ["substring('12345', 2)", '2345'],
    ["substring('12345', 1.5, 2.6)", '234'],
    ["substring('12345', 0, 3)", '12'],
    ["substring('12345', 0 div 0, 3)", ''],
    ["substring('12345', -42, 1 div 0)", '12345'],
    ["substring('12345', -1 div 0, 1 div 0)", ''],
    ["translate('bar', 'abc', 'ABC')", 'BAr'],
    ["translate('--aaa--', 'abc-', 'ABC')", 'AAA'],
    ["translate('aa', 'aa', 'xy')", 'xx'],
    ["is-selected('a b', 'b')", true],
    ['floor(-1.5)', -2],
    ['ceiling(1.2)', 2],
    ['exp(0)', 1],
    ['exp10(3)', 1000],
    ['log(1)', 0],
    ['log10(1000)', 3],
    ['sin(0)', 0],
    ['cos(0)', 1],
    ['tan(0)', 0],
    ['asin(1) * 2 = pi()', true],
    ['acos(1)', 0],
    ['atan(1) * 4', Math.PI],
    ['atan2(1, 1) * 4', Math.PI],
    ['sqrt(-1)', NaN],
    ['checklist(2, -1, true(), 1, 0)', true],
    ['checklist(-1, 1, true(), 1, 0)', false],
    ['checklist(0, 0)', true],
    ["weighted-checklist(5, 10, true(), 3, '', 100, 1, 4)", true],
    ['weighted-checklist(-1, 5, true(), 3, true(), 4)', false],
    ['weighted-checklist(5, -1, true(), 3, true(), 4)', true],
    ['random()', 0.5],
    ['uuid()', '00000000-0000-4000-8000-000000000000'],
    ['uuid(4)', 'IIII'],
    ['uuid(-1)', ''],
    ['version()', ''],
    ["jr:choice-name('red green', '${color}')", 'color: red green'],
    ["jr:choice-name('red', '/data/group/color')", 'color: red'],
    ["jr:choice-name('red', ' ${color} ')", 'color: red'],
    ["jr:choice-name('', '${color}')", ''],
    ["base64-decode('VGjDoG5oIHBo4buR')", 'Thành phố'],
    ["base64-decode('////')", ''],
    ["base64-decode('not base64!')", ''],
  ])('%s is %j', (source, expected) => {
    expect(evaluateText(source)).toEqual(expected)
  })
})

describe('dates and times', () => {
  test.each<readonly [source: string, expected: unknown]>([
    ["decimal-date-time('1970-01-02T00:00:00.000+07:00')", 0.7083333333333333],
    ["decimal-date-time('1970-01-02T00:00:00.000-07')", 31 / 24],
    ["decimal-date-time('1970-01-02T12:00:00Z')", 1.5],
    ["decimal-date-time('1970-01-02T12:00:00')", 1.5],
    ["decimal-date-time('1970-01-02')", 1],
    ['decimal-date-time(2.5)', 2.5],
    ["decimal-time('06:00:00.000+07:00')", 0.25],
    ["decimal-time('18:00')", 0.75],
    ["decimal-time('2017-10-16T12:00:00.000+07:00')", 0.5],
    ['decimal-time(3.25)', 0.25],
    ["decimal-time('noon')", NaN],
    ["date-time('2017-10-16')", '2017-10-16'],
    ["date-time('2017-10-16T09:30:00.000+07:00')", '2017-10-16T09:30:00.000+07:00'],
    ['date-time(1.5)', '1970-01-02T19:00:00.000+07:00'],
    ['date-time(decimal-date-time(now()))', '2017-10-16T09:30:00.000+07:00'],
    ["date-time('x')", ''],
    ["date-time('')", ''],
    ["format-date-time('14:05:09.250+07:00', '%H:%M:%S.%3')", '14:05:09.250'],
    ["format-date-time(decimal-date-time(now()) + 0.5, '%Y-%m-%d %H:%M')", '2017-10-16 21:30'],
    ["format-date('2026-03-08', 'ngày %e tháng %n năm %Y')", 'ngày 8 tháng 3 năm 2026'],
    ["format-date(1 div 0, '%Y')", ''],
  ])('%s is %j', (source, expected) => {
    expect(evaluateText(source)).toEqual(expected)
  })

  test('months and weekdays have the names the context gives', () => {
    const months = Array.from({ length: 12 }, (_, at) => `Th${at + 1}`)
    const calendar = { months, weekdays: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] }
    expect(evaluateIn({ ...inLetters, calendar }, "format-date(today(), '%a %e %b')")).toBe('T2 16 Th10')
  })
})

describe('randomize gives the order JavaRosa gives for the same seed', () => {
  test.each<readonly [seed: string, expected: string]>([
    ['42', 'AFCBDE'],
    ["'42'", 'AFCBDE'],
    ['-42', 'EDAFBC'],
    ['1', 'BFEACD'],
    ['11111111', 'ACDBFE'],
    ['int(1)', 'BFEACD'],
    ['1.1', 'BFEACD'],
    ['0', 'CBEAFD'],
    ["''", 'CBEAFD'],
    ['/data/nothing', 'CBEAFD'],
  ])('with the seed %s', (seed, expected) => {
    expect(evaluateIn(inLetters, `join('', randomize(/data/letter, ${seed}))`)).toBe(expected)
  })

  test('without a seed the chance comes from the context, and every item stays', () => {
    const parsed = parseExpression('randomize(letter)')
    const items = parsed.ok && evaluateNodes(parsed.value, inLetters)
    const names = items && items.ok ? items.value.map(node => node.value()) : []
    expect(names.join('')).not.toBe('ABCDEF')
    expect(names.toSorted((a, b) => (a < b ? -1 : 1)).join('')).toBe('ABCDEF')
  })
})

test('checklists count the nodes of one set', () => {
  expect(evaluateIn(inLetters, 'checklist(2, 2, /data/flag)')).toBe(true)
  expect(evaluateIn(inLetters, 'weighted-checklist(7, 7, /data/flag, /data/weight)')).toBe(true)
})

test('digests are those of the platform, in base64 unless hex is asked for', () => {
  for (const text of [
    '',
    'abc',
    'Lạng Sơn 😀',
    'a'.repeat(55),
    'a'.repeat(56),
    'a'.repeat(64),
    'b'.repeat(1000),
  ]) {
    for (const [name, algorithm] of [
      ['MD5', 'md5'],
      ['SHA-1', 'sha1'],
      ['SHA-256', 'sha256'],
    ] as const) {
      const hash = createHash(algorithm).update(text)
      expect(evaluateText(`digest('${text}', '${name}', 'hex')`)).toBe(hash.copy().digest('hex'))
      expect(evaluateText(`digest('${text}', '${name}')`)).toBe(hash.digest('base64'))
    }
  }
  expect(evaluateText("digest('a', 'SHA-512')")).toEqual({
    type: 'unsupportedFunction',
    at: 12,
    name: 'digest SHA-512',
  })
  expect(evaluateText("digest('a', concat('SHA-', 512))")).toEqual({ type: 'unsupportedDigest' })
})

describe('geography is what JavaRosa computes', () => {
  const square = '0 0 0 0; 0 1 0 0; 1 1 0 0; 1 0 0 0; 0 0 0 0'
  test('a degree along the equator is 111 km, and a closed square has four sides', () => {
    expect(evaluateText("distance('0 0; 0 1')")).toBeCloseTo(111_318.85, 1)
    expect(evaluateText('distance(${s})', { s: square })).toBeCloseTo(445_258.4, 0)
    expect(evaluateText('area(${s})', { s: square })).toBeCloseTo(12_391_000_000, -7)
    expect(evaluateText("distance('0 0')")).toBe(0)
    expect(evaluateText("distance('')")).toBe(0)
    expect(evaluateText("area('0 0; 1 1')")).toBe(0)
    expect(evaluateText("distance('1 1; 1 1')")).toBe(0)
  })

  test('points of rows count in their order', () => {
    const root = aTree({ data: { stop: ['0 0 0 0', '0 1 0 0', '0 2 0 0'] } })
    expect(evaluateIn(aContext(root, nodeAt(root, 'data')), 'distance(stop)')).toBeCloseTo(222_637.7, 0)
  })

  test('a point is inside a closed fence or not', () => {
    expect(evaluateText("geofence('0.5 0.5 0 0', ${s})", { s: square })).toBe(true)
    expect(evaluateText("geofence('1.5 0.5 0 0', ${s})", { s: square })).toBe(false)
    expect(evaluateText("geofence('0.5 0.5', '0 0; 0 1; 1 1')")).toBe(false)
    expect(evaluateText("geofence('', ${s})", { s: square })).toBe(false)
  })
})

test('once does not roll the dice again, and coalesce stops at the first answer', () => {
  const random = (): number => {
    throw new Error('asked for chance')
  }
  const parsed = parseExpression('once(random())')
  const answered = aTree({ data: { q: 0.25 } })
  const context = { ...aContext(answered, nodeAt(answered, 'data/q')), random }
  expect(parsed.ok && evaluate(parsed.value, context)).toEqual({ ok: true, value: 0.25 })
  expect(evaluateIn(context, 'coalesce(., random())')).toBe(0.25)
})

test('what ODK has and this language leaves out is named, not unknown', () => {
  for (const name of Object.keys(unsupportedFunctions))
    expect(parseExpression(`0 + ${name}('x')`)).toMatchObject({
      error: { type: 'unsupportedFunction', name },
    })
})
