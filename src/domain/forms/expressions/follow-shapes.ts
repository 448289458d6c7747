import type { PathStep } from './expression.ts'
import type { ShapeNode } from './shape-node.ts'

export type ReadScope = 'own' | 'all'

/** `own`: in every repeat around the shape it is the row that the expression's node stands in. */
export interface ShapePlace {
  readonly shape: ShapeNode
  readonly scope: ReadScope
}

/** Where one step leads to from some places, over definitions instead of answers. */
export function followShapes(places: readonly ShapePlace[], { axis, test }: PathStep): readonly ShapePlace[] {
  const reached = new Map<ShapeNode, ReadScope>()
  const visit = (place: ShapePlace): void => {
    const { shape, scope } = place
    const isMatch = test === 'node()' || (test === '*' ? shape.parent !== undefined : shape.name === test)
    if (isMatch && reached.get(shape) !== 'all') reached.set(shape, scope)
  }
  for (const place of places) {
    switch (axis) {
      case 'self':
        visit(place)
        break
      case 'child':
        listChildren(place).forEach(visit)
        break
      case 'descendant':
        listBelow(place).forEach(visit)
        break
      case 'descendant-or-self':
        visit(place)
        listBelow(place).forEach(visit)
        break
      case 'parent':
        listAbove(place).slice(0, 1).forEach(visit)
        break
      case 'ancestor':
        listAbove(place).forEach(visit)
        break
      case 'ancestor-or-self':
        visit(place)
        listAbove(place).forEach(visit)
        break
      case 'following-sibling':
      case 'preceding-sibling':
        for (const above of listAbove(place).slice(0, 1)) listChildren(above).forEach(visit)
        break
    }
  }
  return Array.from(reached, ([shape, scope]) => ({ shape, scope }))
}

function listChildren({ shape, scope }: ShapePlace): readonly ShapePlace[] {
  return shape.children.map(child => ({ shape: child, scope: child.isRepeat ? 'all' : scope }))
}

function listBelow(place: ShapePlace): readonly ShapePlace[] {
  const below: ShapePlace[] = []
  const waiting = [...listChildren(place)].reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    below.push(next)
    waiting.push(...[...listChildren(next)].reverse())
  }
  return below
}

function listAbove({ shape, scope }: ShapePlace): readonly ShapePlace[] {
  const above: ShapePlace[] = []
  for (let next = shape.parent; next; next = next.parent) above.push({ shape: next, scope })
  return above
}

/** True when a response may hold several of the shape. */
export function isInRepeat(shape: ShapeNode): boolean {
  for (let above: ShapeNode | undefined = shape; above; above = above.parent) if (above.isRepeat) return true
  return false
}

/** Where `${name}` leads to from a node. To a repeat itself always to all its rows. */
export function placeOf(shape: ShapeNode, from: ShapeNode): ShapePlace {
  const around = new Set<ShapeNode>()
  for (let above: ShapeNode | undefined = from; above; above = above.parent) around.add(above)
  for (let above: ShapeNode | undefined = shape; above; above = above.parent)
    if (above.isRepeat && (above === shape || !around.has(above))) return { shape, scope: 'all' }
  return { shape, scope: 'own' }
}
