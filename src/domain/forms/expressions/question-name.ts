import type { Expression } from './expression.ts'

/** The name of the question that a reference or path leads to; undefined where that is not said. */
export function questionName(expression: Expression): string | undefined {
  if (expression.type === 'reference') return expression.name
  if (expression.type !== 'path') return undefined
  const last = expression.steps.at(-1)
  return last === undefined || last.test === '*' || last.test === 'node()' ? undefined : last.test
}
