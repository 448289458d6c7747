/** Why a text is no expression. `at` is the offset in it. */
export type ExpressionError =
  | { readonly type: 'unexpectedCharacter'; readonly at: number; readonly found: string }
  | { readonly type: 'unexpectedToken'; readonly at: number; readonly found: string }
  | { readonly type: 'unexpectedEnd'; readonly at: number }
  | { readonly type: 'unclosedText'; readonly at: number }
  | { readonly type: 'badReference'; readonly at: number; readonly found: string }
  | { readonly type: 'unknownFunction'; readonly at: number; readonly name: string }
  | {
      readonly type: 'wrongArgumentCount'
      readonly at: number
      readonly name: string
      readonly given: number
    }
  | { readonly type: 'badPattern'; readonly at: number; readonly pattern: string }
  | { readonly type: 'tooLong'; readonly at: number }
  | { readonly type: 'tooDeep'; readonly at: number }

/** Why an expression could not be brought to its end with the values at hand. */
export type EvaluationError = {
  readonly type: 'tooManySteps' | 'textTooLong' | 'badPattern'
}
