/** Why a text is no expression. `at` is the offset in it. */
export type ExpressionError =
  | { readonly type: 'unexpectedCharacter'; readonly at: number; readonly found: string }
  /** ‘ ’ “ ”: pasted from a word processor where `'` or `"` was meant. */
  | { readonly type: 'curlyQuote'; readonly at: number; readonly found: string }
  | { readonly type: 'unexpectedToken'; readonly at: number; readonly found: string }
  | { readonly type: 'unexpectedEnd'; readonly at: number }
  | { readonly type: 'unclosedText'; readonly at: number }
  | { readonly type: 'badReference'; readonly at: number; readonly found: string }
  | {
      readonly type: 'unknownFunction'
      readonly at: number
      readonly name: string
      /** A function with nearly that name. */
      readonly suggestion?: string
    }
  /** ODK has it, this app does not. */
  | { readonly type: 'unsupportedFunction'; readonly at: number; readonly name: string }
  | {
      readonly type: 'wrongArgumentCount'
      readonly at: number
      readonly name: string
      readonly given: number
    }
  /** A value where only a path or a reference can stand: `count(3)`, `'a'/b`. */
  | { readonly type: 'pathExpected'; readonly at: number }
  | {
      readonly type: 'badPattern'
      readonly at: number
      readonly pattern: string
      /** The part that is valid elsewhere but not here, such as `(?=`. */
      readonly unsupported?: string
    }
  | { readonly type: 'tooLong'; readonly at: number }
  | { readonly type: 'tooDeep'; readonly at: number }

/** Why an expression could not be brought to its end with the values at hand. */
export type EvaluationError = {
  readonly type: 'tooManySteps' | 'textTooLong' | 'badPattern' | 'unsupportedDigest'
}
