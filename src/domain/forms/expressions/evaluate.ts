import { err, ok, type Result } from '../../../lib/result.ts'
import { toBoolean, toNumber } from './coerce.ts'
import { compareScalars } from './compare-scalars.ts'
import type { Expression } from './expression.ts'
import type { EvaluationError } from './expression-error.ts'
import { functions } from './functions.ts'
import { spend, type EvaluationContext, type Run } from './run.ts'
import type { Scalar } from './scalar.ts'

/** Enough for any form in use; a pattern over a long text is the only thing that comes near. */
const mostSteps = 500_000

/** What an expression yields in a context. Stops with an error rather than running on. */
export function evaluate(
  expression: Expression,
  context: EvaluationContext,
  steps: number = mostSteps,
): Result<Scalar, EvaluationError> {
  const run: Run = { context, steps, error: undefined }
  const value = step(expression, run)
  return run.error ? err(run.error) : ok(value)
}

function step(expression: Expression, run: Run): Scalar {
  if (!spend(run, 1)) return ''
  switch (expression.type) {
    case 'number':
    case 'text':
      return expression.value
    case 'self':
      return run.context.self
    case 'reference':
      return run.context.valueOf(expression.name)
    case 'negate':
      return -toNumber(step(expression.of, run))
    case 'binary':
      return combine(expression, run)
    case 'call':
      return call(expression, run)
  }
}

function combine({ operator, left, right }: Extract<Expression, { type: 'binary' }>, run: Run): Scalar {
  const a = step(left, run)
  if (operator === 'or') return toBoolean(a) || toBoolean(step(right, run))
  if (operator === 'and') return toBoolean(a) && toBoolean(step(right, run))
  const b = step(right, run)
  switch (operator) {
    case '+':
      return toNumber(a) + toNumber(b)
    case '-':
      return toNumber(a) - toNumber(b)
    case '*':
      return toNumber(a) * toNumber(b)
    case 'div':
      return toNumber(a) / toNumber(b)
    case 'mod':
      return toNumber(a) % toNumber(b)
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compareScalars(operator, a, b)
  }
}

function call({ name, args }: Extract<Expression, { type: 'call' }>, run: Run): Scalar {
  const [condition, yes, no] = args
  if (name === 'if' && condition && yes && no) return step(toBoolean(step(condition, run)) ? yes : no, run)
  const rule = functions.get(name)
  const values = args.map(argument => step(argument, run))
  return rule && !run.error ? rule.call(values, run) : ''
}
