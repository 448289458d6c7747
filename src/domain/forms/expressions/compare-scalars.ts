import { toBoolean, toNumber, toText } from './coerce.ts'
import type { Scalar } from './scalar.ts'

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

/**
 * XPath 1.0, 3.4. Greater and less compare numbers (and dates), so with an empty side they are false. Equality
 * compares as booleans if one side is one, else as numbers if one side is one, else as texts: so an empty answer
 * `!=` anything is true.
 */
export function compareScalars(operator: Comparison, a: Scalar, b: Scalar): boolean {
  switch (operator) {
    case '=':
      return isEqual(a, b)
    case '!=':
      return !isEqual(a, b)
    case '<':
      return toNumber(a) < toNumber(b)
    case '<=':
      return toNumber(a) <= toNumber(b)
    case '>':
      return toNumber(a) > toNumber(b)
    case '>=':
      return toNumber(a) >= toNumber(b)
  }
}

function isEqual(a: Scalar, b: Scalar): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return toBoolean(a) === toBoolean(b)
  if (typeof a === 'number' || typeof b === 'number') return isSameNumber(toNumber(a), toNumber(b))
  return toText(a) === toText(b)
}

/** As in JavaRosa, so that `0.1 + 0.2 = 0.3`. */
const isSameNumber = (a: number, b: number): boolean => a === b || Math.abs(a - b) < 1e-12
