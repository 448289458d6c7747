import type { ExpressionError } from './expressions/expression-error.ts'

/** The way to a part of a form version: `['sections', 0, 'items', 3, 'constraint', 'expr']`. */
export type FormPath = readonly (string | number)[]

/** Why a form version cannot be used. */
export type FormProblem =
  /** `expected` is the schema's own code, for developers. */
  | { readonly code: 'invalidShape'; readonly path: FormPath; readonly expected: string }
  | { readonly code: 'unknownKey'; readonly path: FormPath; readonly key: string }
  | { readonly code: 'duplicateId'; readonly path: FormPath; readonly id: string }
  | { readonly code: 'duplicateOption'; readonly path: FormPath; readonly value: string }
  | { readonly code: 'spaceInOption'; readonly path: FormPath; readonly value: string }
  | { readonly code: 'unknownList'; readonly path: FormPath; readonly list: string }
  | { readonly code: 'emptyRange'; readonly path: FormPath }
  | { readonly code: 'bandsOutOfOrder'; readonly path: FormPath }
  | {
      readonly code: 'badExpression'
      readonly path: FormPath
      readonly question: string
      readonly expression: string
      readonly error: ExpressionError
    }
  | {
      readonly code: 'unknownReference'
      readonly path: FormPath
      readonly question: string
      readonly name: string
      /** Offset in the expression. */
      readonly at: number
    }
  /** A choice filter names what no option has: it counts as empty, as in ODK. The form can be used all the same. */
  | {
      readonly code: 'unknownColumn'
      readonly path: FormPath
      readonly question: string
      readonly name: string
    }
  /** `cycle` begins and ends with the same id: each one's relevance or calculation reads the next. */
  | { readonly code: 'cycle'; readonly path: FormPath; readonly cycle: readonly string[] }
