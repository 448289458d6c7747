import type { Expression } from './expression.ts'

/** `column = value` over the elements of a table, where the value is the same for all of them. */
export interface ColumnEquation {
  readonly column: string
  readonly value: Expression
}

/** Reads a filter of that kind, whichever side the column stands on; undefined for any other. */
export function columnEquation(filter: Expression): ColumnEquation | undefined {
  if (filter.type !== 'binary' || filter.operator !== '=') return undefined
  const { left, right } = filter
  const [column, value] = columnOf(left) === undefined ? [columnOf(right), left] : [columnOf(left), right]
  const isSame = value.type === 'reference' || value.type === 'text'
  return column === undefined || !isSame ? undefined : { column, value }
}

function columnOf(expression: Expression): string | undefined {
  if (expression.type !== 'path' || expression.from !== 'context') return undefined
  const [step, more] = expression.steps
  if (!step || more || step.axis !== 'child' || step.predicates.length > 0) return undefined
  return step.test === '*' || step.test === 'node()' ? undefined : step.test
}
