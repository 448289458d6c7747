import { toNumber } from './coerce.ts'
import type { FunctionTable } from './function-rule.ts'
import type { Scalar } from './scalar.ts'

const one = (compute: (value: number) => number) => ({
  min: 1,
  max: 1,
  call: ([value = '']: readonly Scalar[]) => compute(toNumber(value)),
})

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

/** Functions over single numbers. */
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
  floor: one(Math.floor),
  ceiling: one(Math.ceil),
  exp: one(Math.exp),
  exp10: one(value => 10 ** value),
  log: one(Math.log),
  log10: one(Math.log10),
  sin: one(Math.sin),
  cos: one(Math.cos),
  tan: one(Math.tan),
  asin: one(Math.asin),
  acos: one(Math.acos),
  atan: one(Math.atan),
  atan2: { min: 2, max: 2, call: ([y = '', x = '']) => Math.atan2(toNumber(y), toNumber(x)) },
  pi: { min: 0, max: 0, call: () => Math.PI },
}
