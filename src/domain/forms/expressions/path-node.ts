import type { Scalar } from './scalar.ts'

/**
 * A place an expression can walk to: the root, a group, a row of a repeat, a question; or an element of an
 * attached table. The same place is the same object for as long as an evaluation runs.
 */
export interface PathNode {
  readonly name: string
  readonly parent: PathNode | undefined
  /**
   * In document order, hidden ones left out. Rows of a repeat are siblings that share the repeat's name, as in
   * XForms.
   */
  readonly children: () => readonly PathNode[]
  /**
   * Whether it is made to hold others, shown or not; where that is left out, whether it has children. So that a group
   * is something as long as it is shown, whatever of it is hidden.
   */
  readonly isHolder?: boolean
  /** `''` when unanswered, or for a group. */
  readonly value: () => Scalar
}
