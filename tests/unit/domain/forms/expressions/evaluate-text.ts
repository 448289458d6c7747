import { evaluate } from '../../../../../src/domain/forms/expressions/evaluate.ts'
import { parseExpression } from '../../../../../src/domain/forms/expressions/parse-expression.ts'
import type { Scalar } from '../../../../../src/domain/forms/expressions/scalar.ts'

/** The value of an expression on 16 October 2017, or its error. */
export function evaluateText(
  source: string,
  values: Readonly<Record<string, Scalar>> = {},
  self: Scalar = '',
): unknown {
  const parsed = parseExpression(source)
  if (!parsed.ok) return parsed.error
  const value = evaluate(parsed.value, {
    valueOf: name => values[name] ?? '',
    self,
    today: () => '2017-10-16',
    now: () => '2017-10-16T09:30:00.000+07:00',
  })
  return value.ok ? value.value : value.error
}
