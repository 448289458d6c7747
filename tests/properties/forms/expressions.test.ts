import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toNumber, toText } from '../../../src/domain/forms/expressions/coerce.ts'
import { evaluate } from '../../../src/domain/forms/expressions/evaluate.ts'
import { dayToIso, parseIsoDate } from '../../../src/domain/forms/expressions/iso-date.ts'
import { matchPattern } from '../../../src/domain/forms/expressions/match-pattern.ts'
import { parseExpression } from '../../../src/domain/forms/expressions/parse-expression.ts'
import { parsePattern } from '../../../src/domain/forms/expressions/parse-pattern.ts'
import type { Run } from '../../../src/domain/forms/expressions/run.ts'
import type { Scalar } from '../../../src/domain/forms/expressions/scalar.ts'

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom<Scalar>(
    '',
    'yes',
    'none',
    '2017-10-16',
    '2017-02-30',
    'a b',
    NaN,
    Infinity,
    -0,
    1e300,
    1e-300,
  ),
  fc.string(),
  fc.double(),
  fc.boolean(),
)
const contextOf = (values: Readonly<Record<string, Scalar>>) => ({
  valueOf: (name: string) => values[name] ?? '',
  self: values['self'] ?? '',
  today: () => '2017-10-16',
  now: () => '2017-10-16T09:30:00.000+07:00',
})
const values = fc.record({ a: scalar, b: scalar, self: scalar })

const operators = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod']
const calls: readonly (readonly [name: string, args: number])[] = [
  ['selected', 2], ['selected-at', 2], ['count-selected', 1], ['if', 3], ['coalesce', 2], ['not', 1], ['true', 0],
  ['false', 0], ['boolean', 1], ['boolean-from-string', 1], ['number', 1], ['int', 1], ['round', 1], ['round', 2],
  ['abs', 1], ['sqrt', 1], ['pow', 2], ['min', 2], ['max', 3], ['sum', 3], ['string', 1], ['string-length', 1],
  ['normalize-space', 1], ['concat', 3], ['join', 3], ['substr', 2], ['substr', 3], ['contains', 2],
  ['starts-with', 2], ['ends-with', 2], ['substring-before', 2], ['substring-after', 2], ['today', 0], ['now', 0],
  ['date', 1], ['format-date', 2], ['format-date-time', 2], ['decimal-date-time', 1], ['once', 1],
  ['count-non-empty', 2],
] // prettier-ignore

const { expression } = fc.letrec<{ expression: string }>(tie => ({
  expression: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(
      '${a}',
      '${b}',
      '.',
      "''",
      "'yes'",
      '"a b"',
      '0',
      '1',
      '2.5',
      '.5',
      "'2017-10-15'",
      "'%d/%m/%Y'",
    ),
    fc
      .tuple(tie('expression'), fc.constantFrom(...operators), tie('expression'))
      .map(parts => parts.join(' ')),
    tie('expression').map(inner => `(${inner})`),
    tie('expression').map(inner => `-${inner}`),
    fc
      .constantFrom(...calls)
      .chain(([name, args]) =>
        fc
          .array(tie('expression'), { minLength: args, maxLength: args })
          .map(list => `${name}(${list.join(', ')})`),
      ),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([text, pattern]) => `regex(${text}, concat(${pattern}, ''))`),
  ),
}))

test('every expression of the grammar parses, evaluates to a value or an error, and never throws', () => {
  fc.assert(
    fc.property(expression, values, (source, given) => {
      const parsed = parseExpression(source)
      const value = parsed.ok ? evaluate(parsed.value, contextOf(given)) : parsed
      expect([
        'string',
        'number',
        'boolean',
        'textTooLong',
        'tooManySteps',
        'badPattern',
        'tooLong',
        'tooDeep',
      ]).toContain(value.ok ? typeof value.value : value.error.type)
    }),
    { numRuns: 3000 },
  )
})

test('any text at all is parsed or refused with a place inside it, and never throws', () => {
  const scraps = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...operators,
          '${a}',
          '.',
          '(',
          ')',
          ',',
          "'",
          '"',
          '$',
          '{',
          '}',
          'if(',
          'max(',
          '1',
          ' ',
          'x',
        ),
        fc.string(),
      ),
    )
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(scraps, values, (source, given) => {
      const parsed = parseExpression(source)
      if (parsed.ok) evaluate(parsed.value, contextOf(given))
      expect(parsed.ok ? 0 : parsed.error.at).toBeLessThanOrEqual(source.length)
    }),
    { numRuns: 5000 },
  )
})

test('an evaluation stops when its steps are used up', () => {
  fc.assert(
    fc.property(expression, fc.nat(20), (source, steps) => {
      const parsed = parseExpression(source)
      if (!parsed.ok) return
      const value = evaluate(parsed.value, contextOf({}), steps)
      expect(value.ok || value.error.type === 'tooManySteps' || value.error.type === 'badPattern').toBe(true)
    }),
  )
})

test('a number written as text is the same number again, without an exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
      const text = toText(value)
      expect(text).toMatch(/^-?\d+(\.\d+)?$/u)
      expect(toNumber(text) === value).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a day written as a date is the same day again', () => {
  fc.assert(
    fc.property(fc.integer({ min: -600_000, max: 2_900_000 }), day => {
      expect(parseIsoDate(dayToIso(day))?.day).toBe(day)
    }),
  )
})

test('patterns match what the regular expressions of the platform match', () => {
  const { pattern } = fc.letrec<{ pattern: string }>(tie => ({
    pattern: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\d', '^', '$', ''),
      fc.tuple(tie('pattern'), tie('pattern')).map(parts => parts.join('')),
      fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(${left}|${right})`),
      fc
        .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,}', '*?'))
        .map(([inner, sign]) => `(?:${inner})${sign}`),
    ),
  }))
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 6 }),
      (source, text) => {
        const parsed = parsePattern(source)
        const run: Run = { context: contextOf({}), steps: 1_000_000, error: undefined }
        const matched = parsed && matchPattern(parsed, text, run)
        if (run.error) return
        expect(matched).toBe(new RegExp(`^(?:${source})$`, 'u').test(text))
      },
    ),
    { numRuns: 3000 },
  )
})
