import { toBoolean, toText } from './coerce.ts'
import type { FunctionTable } from './function-rule.ts'
import type { Scalar } from './scalar.ts'

/** ODK's null: nothing answered, or a calculation that came to nothing. */
const isEmpty = (value: Scalar): boolean => value === '' || Number.isNaN(value)

/** Functions about true, false and empty. `if` and `coalesce` are evaluated lazily, see `evaluate.ts`. */
export const logicFunctions: FunctionTable = {
  true: { min: 0, max: 0, call: () => true },
  false: { min: 0, max: 0, call: () => false },
  boolean: { min: 1, max: 1, call: ([value = '']) => toBoolean(value) },
  'boolean-from-string': {
    min: 1,
    max: 1,
    call: ([value = '']) => ['1', 'true'].includes(toText(value).toLowerCase()),
  },
  not: { min: 1, max: 1, call: ([value = '']) => !toBoolean(value) },
  if: { min: 3, max: 3, call: ([condition = '', yes = '', no = '']) => (toBoolean(condition) ? yes : no) },
  coalesce: { min: 2, max: 100, call: values => values.find(value => !isEmpty(value)) ?? '' },
  once: {
    min: 1,
    max: 1,
    call: ([value = ''], { context }) => (isEmpty(context.self) ? value : context.self),
  },
  'count-non-empty': { min: 1, max: 1000, call: values => values.filter(value => !isEmpty(value)).length },
}
