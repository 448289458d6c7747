import { toNumber } from './coerce.ts'
import type { Expression } from './expression.ts'
import type { Evaluate, LazyFunctionRule } from './function-rule.ts'
import type { PathNode } from './path-node.ts'
import { spend, type Run } from './run.ts'
import { scalarOf, type NodeSet } from './value.ts'

/**
 * `indexed-repeat(${name}, ${group}, i, ${inner}, j, …)`: the answer in a row counted from 1. As in JavaRosa a row
 * before the first is the first, and the rows that count are those around the expression, not only its own.
 */
export const indexedRepeat: LazyFunctionRule = {
  min: 3,
  max: 7,
  parity: 'odd',
  paths: [0, 1, 3, 5],
  call: ([target, ...levels], run, evaluate) => {
    let row: PathNode | undefined
    for (let level = 0; level < levels.length; level += 2) {
      const [group, index] = [levels[level], levels[level + 1]]
      if (!group || !index) return ''
      const rows = listRows(group, row, run, evaluate)
      const wanted = Math.max(1, Math.trunc(toNumber(scalarOf(evaluate(index, run)))) || 1)
      row = rows[wanted - 1]
      if (!row) return []
    }
    return target && row ? within(row, seenFrom(target, row, run, evaluate), run) : ''
  },
}

function listRows(group: Expression, outer: PathNode | undefined, run: Run, evaluate: Evaluate): NodeSet {
  const seen = seenFrom(group, outer, run, evaluate)
  const [first] = outer ? within(outer, seen, run) : seen
  const siblings = first?.parent?.children() ?? []
  return spend(run, siblings.length) ? siblings.filter(({ name }) => name === first?.name) : []
}

function seenFrom(path: Expression, row: PathNode | undefined, run: Run, evaluate: Evaluate): NodeSet {
  if (path.type === 'reference') return run.context.resolve(path.name, row ?? run.context.node)
  const nodes = evaluate(path, run)
  return typeof nodes === 'object' ? nodes : []
}

/** Those of the nodes that stand in the row, or are it. */
function within(row: PathNode, nodes: NodeSet, run: Run): NodeSet {
  return nodes.filter(node => {
    let above: PathNode | undefined = node
    while (above && above !== row && spend(run, 1)) above = above.parent
    return above === row
  })
}
