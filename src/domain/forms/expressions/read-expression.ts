import type { Expression } from './expression.ts'

/** What an expression looks at. */
export interface ExpressionReads {
  /** Names of questions, in order of appearance, repeated if read twice. */
  readonly references: readonly { readonly name: string; readonly at: number }[]
  /** True when it has `.`, other than through `once()`. */
  readonly self: boolean
  /** True when it asks for today or now. */
  readonly clock: boolean
}

/** Lists what an expression looks at. */
export function readExpression(expression: Expression): ExpressionReads {
  const references: { name: string; at: number }[] = []
  let self = false
  let clock = false
  const waiting: Expression[] = [expression]
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    switch (part.type) {
      case 'number':
      case 'text':
        break
      case 'self':
        self = true
        break
      case 'reference':
        references.push({ name: part.name, at: part.at })
        break
      case 'negate':
        waiting.push(part.of)
        break
      case 'binary':
        waiting.push(part.right, part.left)
        break
      case 'call':
        if (part.name === 'today' || part.name === 'now') clock = true
        waiting.push(...part.args.toReversed())
        break
    }
  }
  return { references, self, clock }
}
