export type BinaryOperator =
  'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod'

/** A parsed expression. `at` is the offset in its text. */
export type Expression =
  | { readonly type: 'number'; readonly value: number; readonly at: number }
  | { readonly type: 'text'; readonly value: string; readonly at: number }
  | { readonly type: 'self'; readonly at: number }
  | { readonly type: 'reference'; readonly name: string; readonly at: number }
  | {
      readonly type: 'call'
      readonly name: string
      readonly args: readonly Expression[]
      readonly at: number
    }
  | { readonly type: 'negate'; readonly of: Expression; readonly at: number }
  | {
      readonly type: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly at: number
    }
