import type { EvaluationError } from './expression-error.ts'
import type { PathNode } from './path-node.ts'

/** The world an expression sees. */
export interface EvaluationContext {
  /** The node the expression belongs to: `.`, and where relative paths start. */
  readonly node: PathNode
  /** For an expression that is a predicate itself: what it is asked of. `current()` is `node` all the same. */
  readonly candidate?: { readonly node: PathNode; readonly position: number; readonly size: number }
  /** Document node: its one child is the instance's root element (`/data`). */
  readonly root: PathNode
  /** `${name}` as seen from a node: in the same row of every repeat both stand in, all rows below that. */
  readonly resolve: (name: string, from: PathNode) => readonly PathNode[]
  /** `instance('id')`: the document node of a secondary instance, e.g. root/item/name. */
  readonly instance: (id: string) => PathNode | undefined
  /** `jr:choice-name(value, '${question}')`, in the language shown. */
  readonly choiceLabel: (value: string, question: string, from: PathNode) => string
  /** `YYYY-MM-DD` */
  readonly today: () => string
  /** ISO date-time in the person's own time zone, with its offset. */
  readonly now: () => string
  /** 0 ≤ x < 1 */
  readonly random: () => number
  readonly uuid: () => string
  /** `version()`; `''` when left out. */
  readonly version?: string
  /** Names for `%b` and `%a` of `format-date`, from January and from Sunday; English when left out. */
  readonly calendar?: { readonly months: readonly string[]; readonly weekdays: readonly string[] }
}

/** How much an evaluation may still do. After an error the remaining steps yield nothing. */
export interface Budget {
  steps: number
  error: EvaluationError | undefined
}

/** One evaluation under way. */
export interface Run extends Budget {
  readonly context: EvaluationContext
  /** The node `.` means just now: the context's own, or the candidate of a predicate. */
  node: PathNode
  /** The candidate's place in its list, from 1; 0 outside predicates. */
  position: number
  size: number
}

export const startRun = (context: EvaluationContext, steps: number): Run => ({
  context,
  node: context.candidate?.node ?? context.node,
  position: context.candidate?.position ?? 0,
  size: context.candidate?.size ?? 0,
  steps,
  error: undefined,
})

/** Takes steps from the budget; false when there are none left. */
export function spend(run: Budget, steps: number): boolean {
  run.steps -= steps
  if (run.steps < 0) run.error ??= { type: 'tooManySteps' }
  return run.error === undefined
}

/** Stops the evaluation with an error. */
export function fail(run: Budget, type: EvaluationError['type']): '' {
  run.error ??= { type }
  return ''
}
