import { toBoolean } from './coerce.ts'
import type { PathNode } from './path-node.ts'
import type { Scalar } from './scalar.ts'

/** Places in document order, each once; only `randomize()` yields another order. */
export type NodeSet = readonly PathNode[]

/** What a part of an expression yields while it is evaluated. */
export type Value = Scalar | NodeSet

/** The value of the first place. As in JavaRosa nothing at all is an empty answer. */
export function scalarOf(value: Value): Scalar {
  if (typeof value !== 'object') return value
  const [first] = value
  return first === undefined ? '' : first.value()
}

/**
 * Truth as JavaRosa has it: one place counts by its answer, so that an empty question is false although it exists.
 * Several places, and a group with something in it, are true as in XPath.
 */
export function isTrue(value: Value): boolean {
  if (typeof value !== 'object') return toBoolean(value)
  const [first] = value
  if (first === undefined) return false
  if (value.length > 1) return true
  const answer = first.value()
  return answer === '' ? isHolder(first) : toBoolean(answer)
}

/** A group, a row of a repeat, the root. */
export const isHolder = (node: PathNode): boolean => node.isHolder ?? node.children().length > 0

/** ODK's null: nothing answered, or a calculation that came to nothing. */
export const isEmpty = (value: Scalar): boolean => value === '' || Number.isNaN(value)
