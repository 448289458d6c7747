import type { CallExpression, Expression } from './expression.ts'

/** What an expression looks at. */
export interface ExpressionReads {
  /**
   * Every `${name}`, in order of appearance, repeated if read twice. `own` where it stands for a value, `all` where
   * rows are counted or chosen.
   */
  readonly references: readonly {
    readonly name: string
    readonly at: number
    readonly scope: 'own' | 'all'
  }[]
  /** Every path as it is written, but for those over an attached table. */
  readonly paths: readonly { readonly text: string; readonly at: number }[]
  /** The attached tables, by `instance('id')` and `pulldata('id', …)`. */
  readonly instances: readonly { readonly id: string; readonly at: number }[]
  /** True when it has `.`, other than through `once()`. */
  readonly self: boolean
  /** True when it asks for today or now. */
  readonly clock: boolean
  /** True when it has `once()`: what it yields first is to be kept. */
  readonly once: boolean
  /** True when each evaluation may yield something else. */
  readonly random: boolean
}

/** Functions that look at more than the values of the references in them. */
const rowFunctions = new Set(['position', 'count', 'count-non-empty', 'indexed-repeat', 'randomize'])
/** Functions that mean `.` when they get nothing. */
const selfFunctions = new Set(['string-length', 'normalize-space'])

interface Place {
  readonly scope: 'own' | 'all'
  readonly isInPredicate: boolean
  /** In a predicate over an attached table: plain names are columns. */
  readonly isInTable: boolean
}

/** Lists what an expression looks at. */
export function readExpression(expression: Expression): ExpressionReads {
  const references: { name: string; at: number; scope: 'own' | 'all' }[] = []
  const paths: { text: string; at: number }[] = []
  const instances: { id: string; at: number }[] = []
  const found = { self: false, clock: false, once: false, random: false }
  visit(expression, { scope: 'own', isInPredicate: false, isInTable: false })
  return { references, paths, instances, ...found }

  function visit(part: Expression, place: Place): void {
    switch (part.type) {
      case 'number':
      case 'text':
        break
      case 'self':
        if (!place.isInPredicate) found.self = true
        break
      case 'current':
        found.self = true
        break
      case 'reference':
        references.push({ name: part.name, at: part.at, scope: place.scope })
        break
      case 'instance':
        instances.push({ id: part.id, at: part.at })
        break
      case 'negate':
        visit(part.of, { ...place, scope: 'own' })
        break
      case 'union':
        visit(part.left, place)
        visit(part.right, place)
        break
      case 'binary':
        visit(part.left, { ...place, scope: 'own' })
        visit(part.right, { ...place, scope: 'own' })
        break
      case 'call':
        visitCall(part, place)
        break
      case 'path': {
        const { from, text, at } = part
        const isForeign = from === 'context' ? place.isInTable : typeof from === 'object' && isTable(from)
        if (!isForeign && (typeof from === 'string' || from.type === 'current')) paths.push({ text, at })
        if (typeof from === 'object' && from.type !== 'current') visit(from, { ...place, scope: 'all' })
        const inside: Place = { scope: 'own', isInPredicate: true, isInTable: isForeign }
        for (const predicate of part.predicates) visit(predicate, inside)
        for (const step of part.steps) for (const predicate of step.predicates) visit(predicate, inside)
        break
      }
    }
  }

  function visitCall({ name, args }: CallExpression, place: Place): void {
    if (name === 'today' || name === 'now') found.clock = true
    if (name === 'once') found.once = true
    if (name === 'random' || name === 'uuid' || (name === 'randomize' && args.length < 2)) found.random = true
    if (selfFunctions.has(name) && args.length === 0 && !place.isInPredicate) found.self = true
    const [table] = args
    if (name === 'pulldata' && table?.type === 'text') instances.push({ id: table.value, at: table.at })
    const scope = rowFunctions.has(name) ? 'all' : 'own'
    for (const argument of args) visit(argument, { ...place, scope })
  }
}

function isTable(expression: Expression): boolean {
  if (expression.type === 'instance') return true
  return expression.type === 'path' && typeof expression.from === 'object' && isTable(expression.from)
}
