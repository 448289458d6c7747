import { err, ok, type Result } from '../../../lib/result.ts'
import { toNumber } from './coerce.ts'
import { compareValues } from './compare-values.ts'
import { inDocumentOrder } from './document-order.ts'
import type { BinaryExpression, CallExpression, Expression } from './expression.ts'
import type { EvaluationError } from './expression-error.ts'
import { functions } from './functions.ts'
import { spend, startRun, type EvaluationContext, type Run } from './run.ts'
import type { Scalar } from './scalar.ts'
import { isTrue, scalarOf, type NodeSet, type Value } from './value.ts'
import { walk } from './walk.ts'

/** Enough for any form in use; a filter over a long table or a pattern over a long text comes near. */
const mostSteps = 500_000
const nothing: NodeSet = []

/** What an expression yields in a context: of several nodes the first one's value. Stops rather than running on. */
export function evaluate(
  expression: Expression,
  context: EvaluationContext,
  steps: number = mostSteps,
): Result<Scalar, EvaluationError> {
  const run = startRun(context, steps)
  const value = scalarStep(expression, run)
  return run.error ? err(run.error) : ok(value)
}

/** The nodes an expression leads to: the items of a choice list. None when it yields a single value. */
export function evaluateNodes(
  expression: Expression,
  context: EvaluationContext,
  steps: number = mostSteps,
): Result<NodeSet, EvaluationError> {
  const run = startRun(context, steps)
  const value = step(expression, run)
  return run.error ? err(run.error) : ok(typeof value === 'object' ? value : nothing)
}

function step(expression: Expression, run: Run): Value {
  if (!spend(run, 1)) return ''
  switch (expression.type) {
    case 'number':
    case 'text':
      return expression.value
    case 'self':
      return [run.node]
    case 'current':
      return [run.context.node]
    case 'reference':
      return run.context.resolve(expression.name, run.context.node)
    case 'instance': {
      const table = run.context.instance(expression.id)
      return table ? [table] : nothing
    }
    case 'path':
      return walk(expression, run, step)
    case 'union':
      return inDocumentOrder(
        [...nodesOf(step(expression.left, run)), ...nodesOf(step(expression.right, run))],
        run,
      )
    case 'negate':
      return -toNumber(scalarStep(expression.of, run))
    case 'binary':
      return combine(expression, run)
    case 'call':
      return call(expression, run)
  }
}

const numberOf = (value: Value): number => toNumber(scalarOf(value))
const nodesOf = (value: Value): NodeSet => (typeof value === 'object' ? value : nothing)

/** Spares `.` the array around it: constraints and calculations are evaluated on every keystroke. */
function scalarStep(expression: Expression, run: Run): Scalar {
  if (expression.type === 'self') return spend(run, 1) ? run.node.value() : ''
  return scalarOf(step(expression, run))
}

function combine({ operator, left, right }: BinaryExpression, run: Run): Scalar {
  const a = step(left, run)
  if (operator === 'or') return isTrue(a) || isTrue(step(right, run))
  if (operator === 'and') return isTrue(a) && isTrue(step(right, run))
  const b = step(right, run)
  switch (operator) {
    case '+':
      return numberOf(a) + numberOf(b)
    case '-':
      return numberOf(a) - numberOf(b)
    case '*':
      return numberOf(a) * numberOf(b)
    case 'div':
      return numberOf(a) / numberOf(b)
    case 'mod':
      return numberOf(a) % numberOf(b)
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compareValues(operator, a, b, run)
  }
}

function call({ name, args }: CallExpression, run: Run): Value {
  const rule = functions.get(name)
  if (rule === undefined) return ''
  switch (rule.takes) {
    case 'expressions':
      return rule.call(args, run, step)
    case 'nodes': {
      const values: Value[] = []
      for (const argument of args) values.push(step(argument, run))
      return run.error ? '' : rule.call(values, run)
    }
    case 'scalars': {
      const values: Scalar[] = []
      for (const argument of args) {
        const value = scalarStep(argument, run)
        // A long text is work too, and a predicate may repeat it thousands of times.
        if (typeof value === 'string' && value.length > 64) spend(run, value.length >> 5)
        values.push(value)
      }
      return run.error ? '' : rule.call(values, run)
    }
  }
}
