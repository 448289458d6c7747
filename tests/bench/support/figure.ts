/** One line of `npm run bench`. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The most it may be (design.md §7); null when nothing was promised. */
  readonly budget: number | null
}

/** Measures and gives its figures, or throws: a figure that was not measured is not printed. */
export type Measure = () => Promise<readonly Figure[]>

export const figure = (name: string, value: number, unit: string, budget: number | null = null): Figure => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
  budget,
})
