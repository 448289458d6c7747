import { err, ok, type Result } from '../../../lib/result.ts'
import type { Expression } from './expression.ts'
import type { ExpressionError } from './expression-error.ts'
import type { Token } from './token.ts'

/** Nesting of brackets and calls, and the height of the tree, which a chain of operators adds to. */
export const deepest = { nesting: 100, tree: 1_000 }

/** A parser's place in the tokens of an expression. */
export interface Cursor {
  readonly source: string
  /** The offset of `source` in a longer text. */
  readonly base: number
  readonly tokens: readonly Token[]
  next: number
  nesting: number
}

/** A part that is read, and the height of its tree. */
export type Parsed = Result<{ readonly expression: Expression; readonly height: number }, ExpressionError>

export function tokenAt({ tokens, next, source, base }: Cursor, ahead = 0): Token {
  const at = base + source.length
  return tokens[next + ahead] ?? { type: 'end', text: '', at, end: at }
}

export function isMark(cursor: Cursor, text: string, ahead = 0): boolean {
  const token = tokenAt(cursor, ahead)
  return token.type === 'mark' && token.text === text
}

export function unexpected(cursor: Cursor): { readonly ok: false; readonly error: ExpressionError } {
  const { type, text, at } = tokenAt(cursor)
  return err(type === 'end' ? { type: 'unexpectedEnd', at } : { type: 'unexpectedToken', at, found: text })
}

/** Reads one part a level further in. */
export function nest(cursor: Cursor, parse: (cursor: Cursor) => Parsed): Parsed {
  if (cursor.nesting >= deepest.nesting) return err({ type: 'tooDeep', at: tokenAt(cursor).at })
  cursor.nesting++
  const inner = parse(cursor)
  cursor.nesting--
  return inner
}

/** A tree on top of trees of a height. */
export const grow = (expression: Expression, below: number): Parsed =>
  below >= deepest.tree ? err({ type: 'tooDeep', at: expression.at }) : ok({ expression, height: below + 1 })
