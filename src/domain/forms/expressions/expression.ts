export type BinaryOperator =
  'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod'

export const axes = [
  'child',
  'parent',
  'self',
  'descendant',
  'descendant-or-self',
  'ancestor',
  'ancestor-or-self',
  'following-sibling',
  'preceding-sibling',
] as const
export type Axis = (typeof axes)[number]

/** One step of a path. `test` is a name, `*` (any element) or `node()` (the document node too). */
export interface PathStep {
  readonly axis: Axis
  readonly test: string
  readonly predicates: readonly Expression[]
}

/**
 * A walk through the tree. It starts at the document (`/data`), at the node the expression stands at (`../x`), or
 * at the nodes another expression yields, thinned out by `predicates` (`${rep}[2]/x`).
 */
export interface PathExpression {
  readonly type: 'path'
  readonly from: 'root' | 'context' | Expression
  readonly predicates: readonly Expression[]
  readonly steps: readonly PathStep[]
  /** The path as it is written. */
  readonly text: string
  readonly at: number
}

export interface CallExpression {
  readonly type: 'call'
  readonly name: string
  readonly args: readonly Expression[]
  readonly at: number
}

export interface BinaryExpression {
  readonly type: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
  readonly at: number
}

/** A parsed expression. `at` is the offset in its text. */
export type Expression =
  | { readonly type: 'number'; readonly value: number; readonly at: number }
  | { readonly type: 'text'; readonly value: string; readonly at: number }
  /** `.`: the candidate inside a predicate. */
  | { readonly type: 'self'; readonly at: number }
  /** `current()`: the node the expression belongs to, inside predicates too. */
  | { readonly type: 'current'; readonly at: number }
  | { readonly type: 'reference'; readonly name: string; readonly at: number }
  | { readonly type: 'instance'; readonly id: string; readonly at: number }
  | PathExpression
  | { readonly type: 'union'; readonly left: Expression; readonly right: Expression; readonly at: number }
  | CallExpression
  | { readonly type: 'negate'; readonly of: Expression; readonly at: number }
  | BinaryExpression

/** True when an expression yields places rather than a single value. */
export function isPath(expression: Expression): boolean {
  switch (expression.type) {
    case 'self':
    case 'current':
    case 'reference':
    case 'instance':
    case 'path':
    case 'union':
      return true
    case 'call':
      return expression.name === 'randomize' || expression.name === 'indexed-repeat'
    case 'number':
    case 'text':
    case 'negate':
    case 'binary':
      return false
  }
}
