import type { CallExpression, Expression, PathExpression } from './expression.ts'
import { followShapes, isInRepeat, placeOf, type ReadScope, type ShapePlace } from './follow-shapes.ts'
import type { ShapeNode } from './shape-node.ts'

/** Where an expression stands in the tree of definitions. */
export interface ShapeContext {
  readonly node: ShapeNode
  /** For an expression that is a predicate itself: what it is asked of. */
  readonly candidate?: ShapeNode | undefined
  /** Document node: its one child is the instance's root element. */
  readonly root: ShapeNode
  readonly resolve: (name: string, from: ShapeNode) => readonly ShapeNode[]
}

export interface ShapeReads {
  /**
   * Each definition once. `own`: certainly only the rows that the expression's node stands in itself, or there are
   * no rows; `all`: maybe any row.
   */
  readonly reads: readonly { readonly shape: ShapeNode; readonly scope: ReadScope }[]
  /** References and paths that lead nowhere, whatever is answered. */
  readonly unknown: readonly (
    { readonly name: string; readonly at: number } | { readonly path: string; readonly at: number }
  )[]
}

/** Undefined: in an attached table, of which nothing is known here. */
type Places = readonly ShapePlace[] | undefined

/** Lists the definitions whose answers, rows or being shown an expression may depend on; rather too many than too few. */
export function listReads(
  expression: Expression,
  { node, candidate, root, resolve }: ShapeContext,
): ShapeReads {
  const scopes = new Map<ShapeNode, ReadScope>()
  const unknown: ShapeReads['unknown'][number][] = []
  const own: Places = [{ shape: node, scope: 'own' }]
  read(expression, candidate ? [{ shape: candidate, scope: 'own' }] : own)
  return { reads: Array.from(scopes, ([shape, scope]) => ({ shape, scope })), unknown }

  function add(places: Places): void {
    for (const { shape, scope } of places ?? []) {
      const widest = scope === 'all' && isInRepeat(shape) ? 'all' : 'own'
      if (scopes.get(shape) !== 'all') scopes.set(shape, widest)
    }
  }

  /** The rows around some places: how many there are, and which one this is. */
  function addRows(places: Places): void {
    for (const { shape } of places ?? []) {
      let above: ShapeNode | undefined = shape
      while (above && !above.isRepeat) above = above.parent
      if (above) add([{ shape: above, scope: 'all' }])
    }
  }

  /** Reads a part for its value, standing at some places. */
  function read(part: Expression, here: Places): void {
    switch (part.type) {
      case 'number':
      case 'text':
        break
      case 'negate':
        read(part.of, here)
        break
      case 'binary':
        read(part.left, here)
        read(part.right, here)
        break
      case 'call':
        readCall(part, here)
        break
      case 'self':
      case 'current':
      case 'reference':
      case 'instance':
      case 'path':
      case 'union':
        add(locate(part, here))
        break
    }
  }

  function readCall({ name, args }: CallExpression, here: Places): void {
    const [first] = args
    if (name === 'position' || name === 'last') {
      const places = first ? locate(first, here) : here
      addRows(places)
      // A question that is hidden stands nowhere. What stands around this one is shown whenever this is asked.
      return add(places?.filter(({ shape }) => !isAround(shape, node)))
    }
    if ((name === 'string-length' || name === 'normalize-space') && !first) return add(here)
    if (name === 'indexed-repeat' || name === 'randomize') return add(locateCall({ name, args }, here))
    for (const argument of args) read(argument, here)
  }

  /** Where a part leads to. Predicates on the way are read. */
  function locate(part: Expression, here: Places): Places {
    switch (part.type) {
      case 'self':
        return here
      case 'current':
        return own
      case 'instance':
        return undefined
      case 'reference': {
        const shapes = resolve(part.name, node)
        if (shapes.length === 0) unknown.push({ name: part.name, at: part.at })
        return shapes.map(shape => placeOf(shape, node))
      }
      case 'union':
        return joined(locate(part.left, here), locate(part.right, here))
      case 'path':
        return locatePath(part, here)
      case 'call':
        return locateCall(part, here)
      case 'number':
      case 'text':
      case 'negate':
      case 'binary':
        read(part, here)
        return []
    }
  }

  function locateCall({ name, args }: Pick<CallExpression, 'name' | 'args'>, here: Places): Places {
    const [target, ...others] = args
    const found = target && locate(target, here)
    if (name === 'randomize') {
      for (const seed of others) read(seed, here)
      return found
    }
    others.forEach((argument, at) => {
      if (at % 2 === 0) addRows(locate(argument, here))
      else read(argument, here)
    })
    return found?.map(({ shape }) => ({ shape, scope: 'all' }))
  }

  function locatePath({ from, predicates, steps, text, at }: PathExpression, here: Places): Places {
    let places: Places
    if (from === 'root') places = [{ shape: root, scope: 'own' }]
    else places = from === 'context' ? here : locate(from, here)
    const isLost = places?.length === 0
    readPredicates(predicates, places)
    for (const step of steps) {
      places = places && followShapes(places, step)
      readPredicates(step.predicates, places)
    }
    if (places?.length === 0 && !isLost) unknown.push({ path: text, at })
    return places
  }

  function readPredicates(predicates: readonly Expression[], places: Places): void {
    // Of a path that leads nowhere the path is reported, not what its predicates would look for there.
    if (places?.length === 0) return
    for (const predicate of predicates) {
      if (predicate.type === 'number') addRows(places)
      else read(predicate, places)
    }
  }
}

function isAround(shape: ShapeNode, node: ShapeNode): boolean {
  for (let above: ShapeNode | undefined = node; above; above = above.parent) if (above === shape) return true
  return false
}

const joined = (a: Places, b: Places): Places => (a || b ? [...(a ?? []), ...(b ?? [])] : undefined)
