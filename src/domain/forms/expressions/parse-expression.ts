import { err, ok, type Result } from '../../../lib/result.ts'
import type { BinaryOperator, Expression } from './expression.ts'
import type { ExpressionError } from './expression-error.ts'
import { functions } from './functions.ts'
import { parsePattern } from './parse-pattern.ts'
import { tokenize } from './tokenize.ts'

const longest = 20_000
/** Nesting of brackets and calls, and the height of the tree, which a chain of operators adds to. */
const deepest = { nesting: 100, tree: 1_000 }

const precedence: ReadonlyMap<string, number> = new Map<BinaryOperator, number>([
  ['or', 1],
  ['and', 2],
  ['=', 3],
  ['!=', 3],
  ['<', 4],
  ['<=', 4],
  ['>', 4],
  ['>=', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['div', 6],
  ['mod', 6],
])

type Parsed = Result<{ readonly expression: Expression; readonly height: number }, ExpressionError>

/** Reads an XLSForm expression (XPath 1.0 without paths, plus `${name}`). */
export function parseExpression(source: string): Result<Expression, ExpressionError> {
  if (source.length > longest) return err({ type: 'tooLong', at: longest })
  const cut = tokenize(source)
  if (!cut.ok) return cut
  const tokens = cut.value
  let next = 0
  let nesting = 0

  const token = () => tokens[next] ?? { type: 'end' as const, text: '', at: source.length }
  const isMark = (text: string): boolean => token().type === 'mark' && token().text === text
  const unexpected = (): { ok: false; error: ExpressionError } => {
    const { type, text, at } = token()
    return err(type === 'end' ? { type: 'unexpectedEnd', at } : { type: 'unexpectedToken', at, found: text })
  }

  function parseBinary(lowest: number): Parsed {
    let left = parseUnary()
    while (left.ok) {
      const { type, text, at } = token()
      const rank = type === 'mark' || type === 'name' ? precedence.get(text) : undefined
      if (rank === undefined || rank < lowest) return left
      next++
      const right = parseBinary(rank + 1)
      if (!right.ok) return right
      left = grow(
        {
          type: 'binary',
          operator: text as BinaryOperator,
          left: left.value.expression,
          right: right.value.expression,
          at,
        },
        Math.max(left.value.height, right.value.height),
      )
    }
    return left
  }

  function parseUnary(): Parsed {
    if (!isMark('-')) return parsePrimary()
    const { at } = token()
    next++
    if (++nesting > deepest.nesting) return err({ type: 'tooDeep', at })
    const of = parseUnary()
    nesting--
    return of.ok ? grow({ type: 'negate', of: of.value.expression, at }, of.value.height) : of
  }

  function parsePrimary(): Parsed {
    const { type, text, at } = token()
    if (type === 'end') return unexpected()
    if (type === 'name' || (type === 'mark' && text === '(')) {
      if (++nesting > deepest.nesting) return err({ type: 'tooDeep', at })
      const inner = type === 'name' ? parseCall() : parseBracket()
      nesting--
      return inner
    }
    if (type === 'mark' && text !== '.') return unexpected()
    next++
    if (type === 'number') return grow({ type: 'number', value: Number(text), at }, 0)
    if (type === 'text') return grow({ type: 'text', value: text, at }, 0)
    if (type === 'reference') return grow({ type: 'reference', name: text, at }, 0)
    return grow({ type: 'self', at }, 0)
  }

  function parseBracket(): Parsed {
    next++
    const inner = parseBinary(1)
    if (!inner.ok) return inner
    if (!isMark(')')) return unexpected()
    next++
    return inner
  }

  function parseCall(): Parsed {
    const { text: name, at } = token()
    next++
    if (!isMark('(')) {
      next--
      return unexpected()
    }
    next++
    const rule = functions.get(name)
    if (!rule) return err({ type: 'unknownFunction', at, name })
    const args: Expression[] = []
    let height = 0
    while (!isMark(')')) {
      if (args.length > 0) {
        if (!isMark(',')) return unexpected()
        next++
      }
      const argument = parseBinary(1)
      if (!argument.ok) return argument
      args.push(argument.value.expression)
      height = Math.max(height, argument.value.height)
    }
    next++
    if (args.length < rule.min || args.length > rule.max)
      return err({ type: 'wrongArgumentCount', at, name, given: args.length })
    const [, pattern] = args
    if (name === 'regex' && pattern?.type === 'text' && !parsePattern(pattern.value))
      return err({ type: 'badPattern', at: pattern.at, pattern: pattern.value })
    return grow({ type: 'call', name, args, at }, height)
  }

  const parsed = parseBinary(1)
  if (!parsed.ok) return parsed
  return token().type === 'end' ? ok(parsed.value.expression) : unexpected()
}

const grow = (expression: Expression, below: number): Parsed =>
  below >= deepest.tree ? err({ type: 'tooDeep', at: expression.at }) : ok({ expression, height: below + 1 })
