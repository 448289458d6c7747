import type { PathStep } from './expression.ts'
import type { PathNode } from './path-node.ts'
import { spend, type Budget } from './run.ts'

/** The nodes of one step, in the axis's own order: upwards and backwards axes from the nearest on. */
export function listAlongAxis(origin: PathNode, { axis, test }: PathStep, run: Budget): PathNode[] {
  switch (axis) {
    case 'child':
      return listChildren(origin, test, run)
    case 'parent':
      return origin.parent && isMatch(origin.parent, test) ? [origin.parent] : []
    case 'self':
      return isMatch(origin, test) ? [origin] : []
    case 'descendant':
      return listDescendants(origin.children().toReversed(), test, run)
    case 'descendant-or-self':
      return listDescendants([origin], test, run)
    case 'ancestor':
      return listUpwards(origin.parent, test, run)
    case 'ancestor-or-self':
      return listUpwards(origin, test, run)
    case 'following-sibling':
    case 'preceding-sibling':
      return listSiblings(origin, axis, test, run)
  }
}

function isMatch(node: PathNode, test: string): boolean {
  if (test === 'node()') return true
  return test === '*' ? node.parent !== undefined : node.name === test
}

function listChildren(origin: PathNode, test: string, run: Budget): PathNode[] {
  const children = origin.children()
  const found: PathNode[] = []
  if (!spend(run, children.length)) return found
  for (const child of children) if (isMatch(child, test)) found.push(child)
  return found
}

function listDescendants(waiting: PathNode[], test: string, run: Budget): PathNode[] {
  const found: PathNode[] = []
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isMatch(node, test)) found.push(node)
    const children = node.children()
    if (!spend(run, children.length + 1)) return []
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (child) waiting.push(child)
    }
  }
  return found
}

function listUpwards(first: PathNode | undefined, test: string, run: Budget): PathNode[] {
  const found: PathNode[] = []
  for (let node = first; node && spend(run, 1); node = node.parent) if (isMatch(node, test)) found.push(node)
  return found
}

function listSiblings(
  origin: PathNode,
  axis: 'following-sibling' | 'preceding-sibling',
  test: string,
  run: Budget,
): PathNode[] {
  const siblings = origin.parent?.children() ?? []
  const place = siblings.indexOf(origin)
  // A hidden node stands among no siblings.
  if (place < 0 || !spend(run, siblings.length)) return []
  const side =
    axis === 'following-sibling' ? siblings.slice(place + 1) : siblings.slice(0, place).toReversed()
  return side.filter(sibling => isMatch(sibling, test))
}
