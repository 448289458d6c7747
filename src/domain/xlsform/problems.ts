import type { XlsformProblem } from './xlsform-problem.ts'

/** Collects what is found while reading. */
export interface Problems {
  readonly errors: XlsformProblem[]
  readonly warnings: XlsformProblem[]
}

export const createProblems = (): Problems => ({ errors: [], warnings: [] })
