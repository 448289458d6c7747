import { err, ok, type Result } from '../../../lib/result.ts'
import type { ExpressionError } from './expression-error.ts'
import type { Token } from './token.ts'

const space = /[\s\u200b]+/uy
const number = /\d+(?:\.\d*)?|\.\d+/uy
/** XPath's QName: `count-selected`, `jr:choice-name`. A hyphen without a space before it belongs to the name. */
const name = /[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?/uy
const mark = /!=|<=|>=|::|\/\/|\.\.|[=<>+\-*(),./|[\]]/uy
const reference = /\$\{([^{}]*)\}/uy
const openReference = /\$\{[^\s{}]*/uy
const referenceName = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u
const curlyQuote = /[\u2018-\u201f\u00ab\u00bb]/u

const textTypes = [
  ['number', number],
  ['name', name],
  ['mark', mark],
] as const

/** Cuts an expression into tokens, the last of them `end`. `base` is the offset of the text in a longer one. */
export function tokenize(source: string, base = 0): Result<readonly Token[], ExpressionError> {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(source)
  }
  const push = (type: Token['type'], text: string, length: number): void => {
    tokens.push({ type, text, at: base + at, end: base + at + length })
    at += length
  }
  next: while (at < source.length) {
    const gap = take(space)
    if (gap) {
      at += gap[0].length
      continue
    }
    const first = source.charAt(at)
    if (first === "'" || first === '"') {
      const close = source.indexOf(first, at + 1)
      if (close < 0) return err(unclosed(source, at, base))
      push('text', source.slice(at + 1, close), close + 1 - at)
      continue
    }
    const found = take(reference)
    if (found) {
      const text = (found[1] ?? '').trim()
      if (!referenceName.test(text)) return err({ type: 'badReference', at: base + at, found: found[0] })
      push('reference', text, found[0].length)
      continue
    }
    const open = take(openReference)
    if (open) return err({ type: 'badReference', at: base + at, found: open[0] })
    for (const [type, pattern] of textTypes) {
      const match = take(pattern)
      if (!match) continue
      push(type, match[0], match[0].length)
      continue next
    }
    const type = curlyQuote.test(first) ? 'curlyQuote' : 'unexpectedCharacter'
    return err({ type, at: base + at, found: String.fromCodePoint(source.codePointAt(at) ?? 0) })
  }
  push('end', '', 0)
  return ok(tokens)
}

/** A text that opens with a straight quote often closes with the curly one a word processor made of it. */
function unclosed(source: string, at: number, base: number): ExpressionError {
  const curly = curlyQuote.exec(source.slice(at))
  return curly
    ? { type: 'curlyQuote', at: base + at + curly.index, found: curly[0] }
    : { type: 'unclosedText', at: base + at }
}
