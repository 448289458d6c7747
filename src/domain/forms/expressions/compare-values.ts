import { compareScalars, type Comparison } from './compare-scalars.ts'
import { spend, type Run } from './run.ts'
import { isTrue, type Value } from './value.ts'

/**
 * XPath 1.0, 3.4, over node-sets: true when any node holds. As in JavaRosa an empty set is one empty answer, so
 * that a hidden question `!=` anything is true. Beside a boolean a set counts as one boolean.
 */
export function compareValues(operator: Comparison, a: Value, b: Value, run: Run): boolean {
  if (typeof a !== 'object') {
    if (typeof b !== 'object') return compareScalars(operator, a, b)
    if (typeof a === 'boolean') return compareScalars(operator, a, isTrue(b))
    if (b.length === 0) return compareScalars(operator, a, '')
    if (!spend(run, b.length)) return false
    for (const node of b) if (compareScalars(operator, a, node.value())) return true
    return false
  }
  if (typeof b === 'boolean') return compareScalars(operator, isTrue(a), b)
  if (a.length === 0) return compareValues(operator, '', b, run)
  if (!spend(run, a.length)) return false
  for (const node of a) if (compareValues(operator, node.value(), b, run)) return true
  return false
}
