import { choiceFunctions } from './choice-functions.ts'
import { dateFunctions } from './date-functions.ts'
import type { FunctionRule } from './function-rule.ts'
import { logicFunctions } from './logic-functions.ts'
import { numberFunctions } from './number-functions.ts'
import { textFunctions } from './text-functions.ts'

/** Every function an expression may call. */
export const functions: ReadonlyMap<string, FunctionRule> = new Map(
  Object.entries({
    ...logicFunctions,
    ...numberFunctions,
    ...textFunctions,
    ...dateFunctions,
    ...choiceFunctions,
  }),
)
