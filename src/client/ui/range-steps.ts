export interface RangeSteps {
  readonly start: number
  readonly end: number
  readonly step: number
}

/** The step of the range nearest to a number. Decimal steps stay what they look like: 0.1 + 0.2 is 0.3. */
export function nearestStep(value: number, { start, end, step }: RangeSteps): number {
  const last = Math.floor((end - start) / step + 1e-9)
  const at = Math.min(last, Math.max(0, Math.round((value - start) / step)))
  return Number((start + at * step).toFixed(Math.max(decimalsOf(start), decimalsOf(step))))
}

/** Where the slider stands while nothing is chosen: in the middle, so that no end is suggested. */
export function middleStep(range: RangeSteps): number {
  return nearestStep((range.start + range.end) / 2, range)
}

/** One step further, or back (`-1`). From nothing chosen, the first step is the middle itself. */
export function stepFrom(value: number | null, direction: 1 | -1, range: RangeSteps): number {
  return value === null ? middleStep(range) : nearestStep(value + direction * range.step, range)
}

export function decimalsOf(number: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e')
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent))
}
