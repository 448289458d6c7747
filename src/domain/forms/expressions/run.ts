import type { EvaluationError } from './expression-error.ts'
import type { Scalar } from './scalar.ts'

/** The world an expression sees. */
export interface EvaluationContext {
  /** The value of a question: `''` when it is hidden or not answered. */
  readonly valueOf: (name: string) => Scalar
  /** The value of the question the expression belongs to: `.` */
  readonly self: Scalar
  /** `YYYY-MM-DD` */
  readonly today: () => string
  /** ISO date-time in the person's own time zone, with its offset. */
  readonly now: () => string
}

/** One evaluation under way. After an error the remaining steps yield `''`. */
export interface Run {
  readonly context: EvaluationContext
  steps: number
  error: EvaluationError | undefined
}

/** Takes steps from the budget; false when there are none left. */
export function spend(run: Run, steps: number): boolean {
  run.steps -= steps
  if (run.steps < 0) run.error ??= { type: 'tooManySteps' }
  return run.error === undefined
}

/** Stops the evaluation with an error. */
export function fail(run: Run, type: EvaluationError['type']): '' {
  run.error ??= { type }
  return ''
}
