import type { PathNode } from './path-node.ts'
import { spend, type Budget } from './run.ts'
import type { NodeSet } from './value.ts'

/** The same nodes, each once, in document order. One that its parent does not list (it is hidden) comes last. */
export function inDocumentOrder(nodes: NodeSet, run: Budget): NodeSet {
  const wanted = new Set(nodes)
  if (wanted.size < 2) return [...wanted]
  const onTheWay = new Set<PathNode>()
  const waiting: PathNode[] = []
  for (const node of wanted) {
    let above: PathNode = node
    while (above.parent && !onTheWay.has(above.parent)) {
      if (!spend(run, 1)) return []
      above = above.parent
      onTheWay.add(above)
    }
    if (!above.parent) waiting.push(above)
  }
  waiting.reverse()
  const ordered = new Set<PathNode>()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (wanted.has(node)) ordered.add(node)
    if (!onTheWay.has(node)) continue
    const children = node.children()
    if (!spend(run, children.length)) return []
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (child && (wanted.has(child) || onTheWay.has(child))) waiting.push(child)
    }
  }
  for (const node of wanted) ordered.add(node)
  return [...ordered]
}
