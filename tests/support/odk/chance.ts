/** Choices that fast-check makes, records and shrinks. */
export interface Chance {
  /** 0 ≤ n < below. */
  readonly below: (below: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  /** True once in so many times; shrinks towards false. */
  readonly once: (inTimes: number) => boolean
}

export const chanceOf = (below: (below: number) => number): Chance => ({
  below,
  pick: list => {
    const found = list[below(list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  },
  once: inTimes => below(inTimes) === inTimes - 1,
})
