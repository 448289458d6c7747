import { err, ok, type Result } from '../../../lib/result.ts'
import { checkArguments, checkName } from './check-call.ts'
import { grow, isMark, nest, tokenAt, unexpected, type Cursor, type Parsed } from './cursor.ts'
import { isPath, type BinaryOperator, type Expression } from './expression.ts'
import type { ExpressionError } from './expression-error.ts'
import { isStepAhead, parsePath, parseTail } from './parse-path.ts'
import { questionName } from './question-name.ts'
import { tokenize } from './tokenize.ts'

const longest = 20_000

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

/** Reads an XLSForm expression: XPath 1.0 as ODK XForms uses it, plus `${name}`. */
export function parseExpression(source: string): Result<Expression, ExpressionError> {
  return source.length > longest ? err({ type: 'tooLong', at: longest }) : parseText(source, 0)
}

function parseText(source: string, base: number): Result<Expression, ExpressionError> {
  const tokens = tokenize(source, base)
  if (!tokens.ok) return tokens
  const cursor: Cursor = { source, base, tokens: tokens.value, next: 0, nesting: 0 }
  const parsed = parseInner(cursor)
  if (!parsed.ok) return parsed
  return tokenAt(cursor).type === 'end' ? ok(parsed.value.expression) : unexpected(cursor)
}

const parseInner = (cursor: Cursor): Parsed => parseBinary(cursor, 1)

function parseBinary(cursor: Cursor, lowest: number): Parsed {
  let left = parseUnary(cursor)
  while (left.ok) {
    // XPath 1.0, 3.7: after an operand `*` and these names are operators; everywhere else they are steps.
    const { type, text, at } = tokenAt(cursor)
    const rank = type === 'mark' || type === 'name' ? precedence.get(text) : undefined
    if (rank === undefined || rank < lowest) return left
    cursor.next++
    const right = parseBinary(cursor, rank + 1)
    if (!right.ok) return right
    const operator = text as BinaryOperator
    const sides = { left: left.value.expression, right: right.value.expression }
    left = grow({ type: 'binary', operator, ...sides, at }, Math.max(left.value.height, right.value.height))
  }
  return left
}

function parseUnary(cursor: Cursor): Parsed {
  if (!isMark(cursor, '-')) return parseUnion(cursor)
  const { at } = tokenAt(cursor)
  return nest(cursor, inside => {
    inside.next++
    const of = parseUnary(inside)
    return of.ok ? grow({ type: 'negate', of: of.value.expression, at }, of.value.height) : of
  })
}

function parseUnion(cursor: Cursor): Parsed {
  let left = parseOperand(cursor)
  while (left.ok && isMark(cursor, '|')) {
    const { at } = tokenAt(cursor)
    cursor.next++
    const right = parseOperand(cursor)
    if (!right.ok) return right
    const sides = { left: left.value.expression, right: right.value.expression }
    const stray = [sides.left, sides.right].find(side => !isPath(side))
    if (stray) return err({ type: 'pathExpected', at: stray.at })
    left = grow({ type: 'union', ...sides, at }, Math.max(left.value.height, right.value.height))
  }
  return left
}

function parseOperand(cursor: Cursor): Parsed {
  if (isMark(cursor, '/') || isMark(cursor, '//') || isStepAhead(cursor)) return parsePath(cursor, parseInner)
  return parseTail(cursor, parsePrimary(cursor), parseInner)
}

function parsePrimary(cursor: Cursor): Parsed {
  const { type, text, at } = tokenAt(cursor)
  if (type === 'name') return nest(cursor, parseCall)
  if (isMark(cursor, '(')) return nest(cursor, parseBracket)
  if (type === 'end' || type === 'mark') return unexpected(cursor)
  cursor.next++
  if (type === 'number') return grow({ type, value: Number(text), at }, 0)
  if (type === 'text') return grow({ type, value: text, at }, 0)
  return grow({ type, name: text, at }, 0)
}

function parseBracket(cursor: Cursor): Parsed {
  cursor.next++
  const inner = parseInner(cursor)
  if (!inner.ok) return inner
  if (!isMark(cursor, ')')) return unexpected(cursor)
  cursor.next++
  return inner
}

function parseCall(cursor: Cursor): Parsed {
  const { text: name, at } = tokenAt(cursor)
  const isPathStart = name === 'current' || name === 'instance'
  const fault = isPathStart ? undefined : checkName(name, at)
  if (fault) return err(fault)
  cursor.next += 2
  const args: Expression[] = []
  let height = 0
  while (!isMark(cursor, ')')) {
    if (args.length > 0) {
      if (!isMark(cursor, ',')) return unexpected(cursor)
      cursor.next++
    }
    const argument = parseInner(cursor)
    if (!argument.ok) return argument
    args.push(argument.value.expression)
    height = Math.max(height, argument.value.height)
  }
  cursor.next++
  return isPathStart ? pathStart(name, args, at) : finishCall(name, args, at, height)
}

/** `current()` or `instance('id')`. */
function pathStart(name: 'current' | 'instance', args: readonly Expression[], at: number): Parsed {
  const [id] = args
  if (args.length !== (name === 'current' ? 0 : 1))
    return err({ type: 'wrongArgumentCount', at, name, given: args.length })
  if (!id) return grow({ type: 'current', at }, 0)
  // Which table is read has to be known before the form is filled.
  if (id.type !== 'text') return err({ type: 'unexpectedToken', at: id.at, found: name })
  return grow({ type: 'instance', id: id.value, at }, 0)
}

function finishCall(name: string, args: Expression[], at: number, height: number): Parsed {
  const [, question] = args
  if (name === 'jr:choice-name' && args.length === 2 && question) {
    const named = parseQuestion(question)
    if (!named.ok) return named
    args[1] = named.value
  }
  const call = { type: 'call' as const, name, args, at }
  const fault = checkArguments(call)
  return fault ? err(fault) : grow(call, height)
}

/** `jr:choice-name` names its question in a text: `'${crop}'` or `'/data/crop'`. */
function parseQuestion(argument: Expression): Result<Expression, ExpressionError> {
  const found = argument.type === 'text' ? argument.value : ''
  const parsed = argument.type === 'text' ? parseText(found, argument.at + 1) : ok(argument)
  return parsed.ok && questionName(parsed.value) !== undefined
    ? parsed
    : err({ type: 'badReference', at: argument.at, found })
}
