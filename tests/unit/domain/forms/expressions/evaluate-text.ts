import { evaluate } from '../../../../../src/domain/forms/expressions/evaluate.ts'
import { parseExpression } from '../../../../../src/domain/forms/expressions/parse-expression.ts'
import type { EvaluationContext } from '../../../../../src/domain/forms/expressions/run.ts'
import type { Scalar } from '../../../../../src/domain/forms/expressions/scalar.ts'
import { aContext, aTree, nodeAt } from './a-tree.ts'

/** The value of an expression on 16 October 2017, or its error. */
export function evaluateText(
  source: string,
  values: Readonly<Record<string, Scalar>> = {},
  self: Scalar = '',
): unknown {
  const root = aTree({ data: { ...values, itself: self } })
  return evaluateIn(aContext(root, nodeAt(root, 'data/itself')), source)
}

/** The value of an expression in a context, or its error. */
export function evaluateIn(context: EvaluationContext, source: string): unknown {
  const parsed = parseExpression(source)
  if (!parsed.ok) return parsed.error
  const value = evaluate(parsed.value, context)
  return value.ok ? value.value : value.error
}
