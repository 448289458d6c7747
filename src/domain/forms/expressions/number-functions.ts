import { toNumber } from './coerce.ts'
import type { FunctionTable } from './function-rule.ts'
import type { Scalar } from './scalar.ts'

const one = (compute: (value: number) => number) => ({
  min: 1,
  max: 1,
  call: ([value = '']: readonly Scalar[]) => compute(toNumber(value)),
})

/** The arguments that are numbers; as in ODK an empty one is passed over. */
const listNumbers = (values: readonly Scalar[]): readonly number[] =>
  values.map(toNumber).filter(value => !Number.isNaN(value))

/** Rounds the decimal digits as written, halves towards +∞: `round(1.005, 2)` is 1.01, `round(-2.5)` is -2. */
export function roundTo(value: number, places: number): number {
  if (!Number.isFinite(value)) return value
  if (!(Math.abs(places) <= 30)) return NaN
  const shifted = shift(value, places)
  return Number.isFinite(shifted) ? shift(Math.round(shifted), -places) : value
}

function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** Functions over numbers. */
export const numberFunctions: FunctionTable = {
  number: one(value => value),
  int: one(Math.trunc),
  abs: one(Math.abs),
  sqrt: one(Math.sqrt),
  round: {
    min: 1,
    max: 2,
    call: ([value = '', places = 0]) => roundTo(toNumber(value), Math.trunc(toNumber(places))),
  },
  pow: { min: 2, max: 2, call: ([base = '', exponent = '']) => toNumber(base) ** toNumber(exponent) },
  sum: { min: 1, max: 1000, call: values => listNumbers(values).reduce((sum, value) => sum + value, 0) },
  min: { min: 1, max: 1000, call: values => extreme(values, Math.min) },
  max: { min: 1, max: 1000, call: values => extreme(values, Math.max) },
}

function extreme(values: readonly Scalar[], pick: (...numbers: number[]) => number): number {
  const numbers = listNumbers(values)
  return numbers.length === 0 ? NaN : pick(...numbers)
}
