import { isDigestSupported } from './digest-functions.ts'
import { isPath, type CallExpression } from './expression.ts'
import type { ExpressionError } from './expression-error.ts'
import { functions, unsupportedFunctions } from './functions.ts'
import { nearestName } from './nearest-name.ts'
import { findUnsupportedPattern, parsePattern } from './parse-pattern.ts'

/** Why a function may not be called by this name. */
export function checkName(name: string, at: number): ExpressionError | undefined {
  if (functions.has(name)) return undefined
  if (Object.hasOwn(unsupportedFunctions, name)) return { type: 'unsupportedFunction', at, name }
  const suggestion = nearestName(name, [...functions.keys(), 'current', 'instance'])
  return { type: 'unknownFunction', at, name, ...(suggestion !== undefined && { suggestion }) }
}

/** What is wrong with the arguments of a call. */
export function checkArguments({ name, args, at }: CallExpression): ExpressionError | undefined {
  const rule = functions.get(name)
  if (!rule) return undefined
  const isOdd = args.length % 2 === 1
  const isUnpaired = rule.parity !== undefined && isOdd !== (rule.parity === 'odd')
  if (args.length < rule.min || args.length > rule.max || isUnpaired)
    return { type: 'wrongArgumentCount', at, name, given: args.length }
  for (const place of rule.paths ?? []) {
    const argument = args[place]
    if (argument && !isPath(argument)) return { type: 'pathExpected', at: argument.at }
  }
  const [, second] = args
  if (name === 'regex' && second?.type === 'text' && !parsePattern(second.value)) {
    const unsupported = findUnsupportedPattern(second.value)
    return {
      type: 'badPattern',
      at: second.at,
      pattern: second.value,
      ...(unsupported !== undefined && { unsupported }),
    }
  }
  if (name === 'digest' && second?.type === 'text' && !isDigestSupported(second.value))
    return { type: 'unsupportedFunction', at: second.at, name: `digest ${second.value}` }
  return undefined
}
