import { toNumber, toText } from './coerce.ts'
import type { FunctionRule, FunctionTable } from './function-rule.ts'
import type { Scalar } from './scalar.ts'

const listChoices = (value: Scalar | undefined): readonly string[] =>
  toText(value ?? '')
    .split(' ')
    .filter(choice => choice !== '')

const selected: FunctionRule = {
  min: 2,
  max: 2,
  call: ([list = '', choice = '']) => ` ${toText(list)} `.includes(` ${toText(choice).trim()} `),
}

/** Functions over the answer of a select question: option values with spaces between. */
export const choiceFunctions: FunctionTable = {
  selected,
  'is-selected': selected,
  'count-selected': { min: 1, max: 1, call: ([list]) => listChoices(list).length },
  'selected-at': {
    min: 2,
    max: 2,
    call: ([list, at = '']) => listChoices(list)[Math.trunc(toNumber(at))] ?? '',
  },
}
