import type { ExpressionError } from '../forms/expressions/expression-error.ts'
import type { XlsformProblem } from './xlsform-problem.ts'

/** Values to fill into a text. */
type Values = Readonly<Record<string, string | number>>

/** What is filled into the text of a problem, `problem.<code>` of `locales/<language>/xlsform.json`. */
export interface ProblemWords {
  readonly values: Values
  /** Why an expression is not understood: `expression.<type>`, which fills `{{reason}}`. */
  readonly reason?: { readonly type: ExpressionError['type']; readonly values: Values }
}

/** Turns a problem into what a text needs: lists become one string, `at` counts from 1. */
export function toProblemWords({ code, ...details }: XlsformProblem): ProblemWords {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
    else if (Array.isArray(value)) values[name] = value.join(code === 'cycle' ? ' → ' : ', ')
  }
  if (!('error' in details)) return { values }
  const { type, at, ...rest } = details.error
  const known = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  )
  return { values, reason: { type, values: { ...known, at: at + 1 } } }
}
