import { err, ok, type Result } from '../../../lib/result.ts'
import type { ExpressionError } from './expression-error.ts'
import type { Token } from './token.ts'

const space = /[\s\u00a0]+/uy
const number = /\d+(?:\.\d*)?|\.\d+/uy
/** XPath's QName: `count-selected`, `jr:choice-name`. */
const name = /[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?/uy
const mark = /!=|<=|>=|[=<>+\-*(),.]/uy
const reference = /\$\{([^{}]*)\}/uy
const referenceName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u

const textTypes = [
  ['number', number],
  ['name', name],
  ['mark', mark],
] as const

/** Cuts an expression into tokens, the last of them `end`. */
export function tokenize(source: string): Result<readonly Token[], ExpressionError> {
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(source)
  }
  next: while (at < source.length) {
    const gap = take(space)
    if (gap) {
      at += gap[0].length
      continue
    }
    const quote = source.charAt(at)
    if (quote === "'" || quote === '"') {
      const close = source.indexOf(quote, at + 1)
      if (close < 0) return err({ type: 'unclosedText', at })
      tokens.push({ type: 'text', text: source.slice(at + 1, close), at })
      at = close + 1
      continue
    }
    const found = take(reference)
    if (found) {
      const text = (found[1] ?? '').trim()
      if (!referenceName.test(text)) return err({ type: 'badReference', at, found: found[0] })
      tokens.push({ type: 'reference', text, at })
      at += found[0].length
      continue
    }
    for (const [type, pattern] of textTypes) {
      const match = take(pattern)
      if (!match) continue
      tokens.push({ type, text: match[0], at })
      at += match[0].length
      continue next
    }
    return err({ type: 'unexpectedCharacter', at, found: source.charAt(at) })
  }
  tokens.push({ type: 'end', text: '', at })
  return ok(tokens)
}
