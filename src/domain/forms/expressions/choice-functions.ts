import { toNumber, toText } from './coerce.ts'
import type { FunctionTable } from './function-rule.ts'
import type { Scalar } from './scalar.ts'

const listChoices = (value: Scalar | undefined): readonly string[] =>
  toText(value ?? '')
    .split(' ')
    .filter(choice => choice !== '')

/** Functions over the answer of a select question: option values with spaces between. */
export const choiceFunctions: FunctionTable = {
  selected: {
    min: 2,
    max: 2,
    call: ([list = '', choice = '']) => ` ${toText(list)} `.includes(` ${toText(choice).trim()} `),
  },
  'count-selected': { min: 1, max: 1, call: ([list]) => listChoices(list).length },
  'selected-at': {
    min: 2,
    max: 2,
    call: ([list, at = '']) => listChoices(list)[Math.trunc(toNumber(at))] ?? '',
  },
}
