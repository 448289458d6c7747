import { compareScalars } from './compare-scalars.ts'
import { toText } from './coerce.ts'
import type { NodeFunctionTable } from './function-rule.ts'
import type { PathNode } from './path-node.ts'
import { spend, type Run } from './run.ts'
import { isTrue, scalarOf, type NodeSet, type Value } from './value.ts'

const nodesOf = (value: Value | undefined): NodeSet => (typeof value === 'object' ? value : [])

/** Functions about whether and where nodes stand, and about attached tables. */
export const nodeFunctions: NodeFunctionTable = {
  boolean: { min: 1, max: 1, call: ([value = '']) => isTrue(value) },
  not: { min: 1, max: 1, call: ([value = '']) => !isTrue(value) },
  count: { min: 1, max: 1, paths: [0], call: ([nodes]) => nodesOf(nodes).length },
  /** Outside a predicate the row a node is, or 1; `position(..)`: the row it stands in. */
  position: {
    min: 0,
    max: 1,
    paths: [0],
    call: ([nodes], run) => {
      if (nodes === undefined && run.position > 0) return run.position
      const node = nodes === undefined ? run.node : nodesOf(nodes)[0]
      return node ? listNamesakes(node, run).indexOf(node) + 1 : 0
    },
  },
  last: {
    min: 0,
    max: 0,
    call: (_, run) => (run.position > 0 ? run.size : listNamesakes(run.node, run).length),
  },
  /** `pulldata('table', 'column', 'keyColumn', key)`: of the first row with that key; `''` without one. */
  pulldata: { min: 4, max: 4, call: pullData },
  version: { min: 0, max: 0, call: (_, { context }) => context.version ?? '' },
}

/** The node and its siblings of the same name: the rows of one repeat. */
function listNamesakes(node: PathNode, run: Run): NodeSet {
  const siblings = node.parent?.children() ?? [node]
  return spend(run, siblings.length) ? siblings.filter(({ name }) => name === node.name) : []
}

function pullData([table = '', column = '', keyColumn = '', key = '']: readonly Value[], run: Run): Value {
  const root = run.context.instance(toText(scalarOf(table)))?.children()[0]
  const [wanted, keyName, name] = [scalarOf(key), toText(scalarOf(keyColumn)), toText(scalarOf(column))]
  for (const row of root?.children() ?? []) {
    const cells = row.children()
    if (!spend(run, cells.length)) return ''
    const found = cells.find(cell => cell.name === keyName)
    if (found && compareScalars('=', found.value(), wanted))
      return cells.find(cell => cell.name === name)?.value() ?? ''
  }
  return ''
}
