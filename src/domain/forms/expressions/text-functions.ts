import { toNumber, toText } from './coerce.ts'
import type { FunctionTable } from './function-rule.ts'
import { matchPattern } from './match-pattern.ts'
import { parsePattern } from './parse-pattern.ts'
import { fail, type Run } from './run.ts'
import type { Scalar } from './scalar.ts'

/** The longest text an expression may build or match a pattern with, in UTF-16 units. */
const longest = { built: 100_000, matched: 2_000 }

const compare = (test: (text: string, part: string) => boolean) => ({
  min: 2,
  max: 2,
  call: ([text = '', part = '']: readonly Scalar[]) => test(toText(text), toText(part)),
})

/** Functions over texts. */
export const textFunctions: FunctionTable = {
  string: { min: 1, max: 1, call: ([value = '']) => toText(value) },
  'string-length': { min: 0, max: 1, call: ([value], run) => toText(value ?? run.context.self).length },
  'normalize-space': {
    min: 0,
    max: 1,
    call: ([value], run) =>
      toText(value ?? run.context.self)
        .trim()
        .replace(/\s+/gu, ' '),
  },
  concat: { min: 1, max: 1000, call: (values, run) => join('', values, run) },
  join: {
    min: 2,
    max: 1000,
    call: ([separator = '', ...values], run) => join(toText(separator), values, run),
  },
  substr: { min: 2, max: 3, call: ([text = '', from = '', to]) => cut(toText(text), from, to) },
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
      if (subject.length > longest.matched) return fail(run, 'textTooLong')
      const parsed = parsePattern(toText(pattern))
      return parsed ? matchPattern(parsed, subject, run) : fail(run, 'badPattern')
    },
  },
}

function join(separator: string, values: readonly Scalar[], run: Run): string {
  const texts = values.map(toText)
  const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0)
  return length > longest.built ? fail(run, 'textTooLong') : texts.join(separator)
}

/** ODK's `substr`: counts from 0, the end is not included, negative positions count from the end. */
function cut(text: string, from: Scalar, to: Scalar | undefined): string {
  const start = Math.trunc(toNumber(from))
  const end = to === undefined ? text.length : Math.trunc(toNumber(to))
  return text.slice(Number.isNaN(start) ? 0 : start, Number.isNaN(end) ? 0 : end)
}
