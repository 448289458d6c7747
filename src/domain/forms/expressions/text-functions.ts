import { toNumber, toText } from './coerce.ts'
import type { FunctionTable } from './function-rule.ts'
import { matchPattern } from './match-pattern.ts'
import { parsePattern } from './parse-pattern.ts'
import type { Pattern } from './pattern.ts'
import { fail } from './run.ts'
import type { Scalar } from './scalar.ts'

/** The longest text that is matched with a pattern, in UTF-16 units. */
const longestMatched = 2_000

const compare = (test: (text: string, part: string) => boolean) => ({
  min: 2,
  max: 2,
  call: ([text = '', part = '']: readonly Scalar[]) => test(toText(text), toText(part)),
})

/** Functions over texts. */
export const textFunctions: FunctionTable = {
  string: { min: 1, max: 1, call: ([value = '']) => toText(value) },
  'string-length': { min: 0, max: 1, call: ([value], run) => toText(value ?? run.node.value()).length },
  'normalize-space': {
    min: 0,
    max: 1,
    call: ([value], run) =>
      toText(value ?? run.node.value())
        .trim()
        .replace(/\s+/gu, ' '),
  },
  substr: { min: 2, max: 3, call: ([text = '', from = '', to]) => cut(toText(text), from, to) },
  substring: {
    min: 2,
    max: 3,
    call: ([text = '', from = '', length]) => cutFromOne(toText(text), toNumber(from), length),
  },
  translate: {
    min: 3,
    max: 3,
    call: ([text = '', from = '', to = '']) => translate(toText(text), toText(from), toText(to)),
  },
  contains: compare((text, part) => text.includes(part)),
  'starts-with': compare((text, part) => text.startsWith(part)),
  'ends-with': compare((text, part) => text.endsWith(part)),
  'substring-before': {
    min: 2,
    max: 2,
    call: ([text = '', part = '']) => toText(text).slice(0, Math.max(0, toText(text).indexOf(toText(part)))),
  },
  'substring-after': {
    min: 2,
    max: 2,
    call: ([text = '', part = '']) => {
      const at = toText(text).indexOf(toText(part))
      return at < 0 ? '' : toText(text).slice(at + toText(part).length)
    },
  },
  /** True when the whole text matches (ODK). Patterns run in linear time, without backtracking. */
  regex: {
    min: 2,
    max: 2,
    call: ([text = '', pattern = ''], run) => {
      const subject = toText(text)
      if (subject.length > longestMatched) return fail(run, 'textTooLong')
      const parsed = knownPattern(toText(pattern))
      return parsed ? matchPattern(parsed, subject, run) : fail(run, 'badPattern')
    },
  },
}

/** ODK's `substr`: counts from 0, the end is not included, negative positions count from the end. */
function cut(text: string, from: Scalar, to: Scalar | undefined): string {
  const start = Math.trunc(toNumber(from))
  const end = to === undefined ? text.length : Math.trunc(toNumber(to))
  return text.slice(Number.isNaN(start) ? 0 : start, Number.isNaN(end) ? 0 : end)
}

/** XPath 1.0, 4.2: `substring` counts from 1, and rounds both numbers. */
function cutFromOne(text: string, from: number, length: Scalar | undefined): string {
  const start = Math.round(from)
  const end = length === undefined ? Infinity : start + Math.round(toNumber(length))
  // The comparison is false for NaN, as the recommendation wants it.
  return Array.from(text)
    .filter((_, at) => at + 1 >= start && at + 1 < end)
    .join('')
}

/** Each character of `from` becomes the one at its place in `to`, or nothing. */
function translate(text: string, from: string, to: string): string {
  const replacements = Array.from(to)
  const places = new Map(Array.from(from, (character, at) => [character, at] as const).toReversed())
  let made = ''
  for (const character of text) {
    const place = places.get(character)
    made += place === undefined ? character : (replacements[place] ?? '')
  }
  return made
}

/** Patterns are few and used on every keystroke, so the last ones are kept as they were read. */
const knownPatterns = new Map<string, Pattern | undefined>()
const mostKnown = 200

function knownPattern(source: string): Pattern | undefined {
  if (knownPatterns.has(source)) return knownPatterns.get(source)
  const pattern = parsePattern(source)
  if (knownPatterns.size >= mostKnown) knownPatterns.clear()
  knownPatterns.set(source, pattern)
  return pattern
}
