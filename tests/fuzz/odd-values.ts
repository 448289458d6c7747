import type { JsonValue } from '../../src/lib/json-value.ts'
import type { SeededRandom } from '../support/seeded-random.ts'

const deep = (depth: number): JsonValue => {
  let value: JsonValue = 0
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** Texts that have broken programs before. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '0',
  'null',
  'true',
  '-1',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202eabc',
  '\ufeff',
  '\u2028',
  'e\u0302\u0301'.repeat(20),
  '𝔘𝔫𝔦 👩‍👩‍👧‍👦',
  'Nguyễn Thị Lan',
  '../../etc/passwd',
  '%00%2e%2e%2f',
  "'; drop table log; --",
  '${7*7}{{7*7}}<script>',
  '__proto__',
  'constructor',
  'toString',
  'answers/__proto__',
  'a'.repeat(300),
  'ă'.repeat(70_000),
  '9'.repeat(400),
  '2026-02-30',
  'NaN',
]

export const oddNumbers: readonly number[] = [
  -0,
  -1,
  0.1,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 63),
  2 ** 64,
  253402300800000,
  8.64e15 + 1,
]

export function oddValue(random: SeededRandom): JsonValue {
  switch (random.below(10)) {
    case 0:
      return null
    case 1:
      return random.isHit(0.5)
    case 2:
    case 3:
      return random.pick(oddNumbers)
    case 4:
    case 5:
      return random.pick(oddTexts)
    case 6:
      return deep(random.pick([3, 60, 1_500, 3_000]))
    case 7:
      return Array.from({ length: random.pick([0, 1, 40, 6_000]) }, () => random.below(3))
    case 8:
      return Object.fromEntries(
        Array.from({ length: random.below(6) }, () => [random.pick(oddTexts), random.below(9)]),
      )
    default:
      return JSON.parse('{"__proto__":{"person":"lan"},"constructor":{"prototype":1}}') as JsonValue
  }
}
