import { toText } from './coerce.ts'
import type { FunctionTable } from './function-rule.ts'

/** Functions that are true or false. `boolean` and `not` see whole node-sets: `node-functions.ts`. */
export const logicFunctions: FunctionTable = {
  true: { min: 0, max: 0, call: () => true },
  false: { min: 0, max: 0, call: () => false },
  'boolean-from-string': {
    min: 1,
    max: 1,
    call: ([value = '']) => ['1', 'true'].includes(toText(value).toLowerCase()),
  },
}
