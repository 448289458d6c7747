import { inDocumentOrder } from './document-order.ts'
import type { Expression, PathExpression, PathStep } from './expression.ts'
import { listAlongAxis } from './list-along-axis.ts'
import type { Evaluate } from './function-rule.ts'
import type { PathNode } from './path-node.ts'
import { spend, type Run } from './run.ts'
import { isTrue, type NodeSet } from './value.ts'

/** The nodes a path leads to from where the run stands, in document order. */
export function walk({ from, predicates, steps }: PathExpression, run: Run, evaluate: Evaluate): NodeSet {
  let nodes: NodeSet
  let next = 0
  /** No node stands below another, so that their children are in order too. */
  let isFlat = true
  if (typeof from === 'string') {
    const origin = from === 'root' ? run.context.root : run.node
    const [first] = steps
    if (!first) return [origin]
    nodes = follow(origin, first, run, evaluate)
    isFlat = isFlatAxis(first)
    next = 1
  } else {
    const start = evaluate(from, run)
    nodes = typeof start === 'object' ? start : []
    // `${r}[…]` within a row of r looks for others, as pyxform's `/data/r[…]` does: the rows beside its own.
    const [own] = nodes
    if (own?.parent && nodes.length === 1 && from.type === 'reference' && predicates.length > 0)
      nodes = own.parent.children().filter(({ name }) => name === own.name)
    isFlat = from.type === 'reference' || nodes.length < 2
    for (const predicate of predicates) nodes = sift(nodes, predicate, run, evaluate)
  }
  for (; next < steps.length && nodes.length > 0; next++) {
    const step = steps[next]
    if (!step) break
    const [only] = nodes
    if (only && nodes.length === 1) {
      nodes = follow(only, step, run, evaluate)
      isFlat = isFlatAxis(step)
      continue
    }
    const found: PathNode[] = []
    for (const node of nodes) {
      if (!spend(run, 1)) return []
      for (const reached of follow(node, step, run, evaluate)) found.push(reached)
    }
    const isOrdered = isFlat && isFlatAxis(step)
    nodes = isOrdered ? found : inDocumentOrder(found, run)
    isFlat = isOrdered
  }
  return nodes
}

const isFlatAxis = ({ axis }: PathStep): boolean => axis === 'child' || axis === 'self'

function follow(origin: PathNode, step: PathStep, run: Run, evaluate: Evaluate): NodeSet {
  let nodes: NodeSet = listAlongAxis(origin, step, run)
  for (const predicate of step.predicates) nodes = sift(nodes, predicate, run, evaluate)
  const { axis } = step
  const isBackwards = axis === 'ancestor' || axis === 'ancestor-or-self' || axis === 'preceding-sibling'
  return isBackwards && nodes.length > 1 ? nodes.toReversed() : nodes
}

/** Keeps the candidates a predicate holds for; a number holds for the one at that place, from 1. */
function sift(nodes: NodeSet, predicate: Expression, run: Run, evaluate: Evaluate): NodeSet {
  if (predicate.type === 'number') {
    const picked = nodes[predicate.value - 1]
    return picked ? [picked] : []
  }
  const { node, position, size } = run
  const kept: PathNode[] = []
  run.size = nodes.length
  for (let at = 0; at < nodes.length; at++) {
    const candidate = nodes[at]
    if (!candidate || run.error) break
    run.node = candidate
    run.position = at + 1
    const value = evaluate(predicate, run)
    if (typeof value === 'number' ? value === at + 1 : isTrue(value)) kept.push(candidate)
  }
  run.node = node
  run.position = position
  run.size = size
  return run.error ? [] : kept
}
