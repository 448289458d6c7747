/** How many passed and failed; a step that breaks counts as one failure. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

export interface Step {
  readonly name: string
  /** `npm test -- check` runs every step of the group. */
  readonly group?: string
  /** Steps that must run first, also when only this one was asked for. */
  readonly needs?: readonly string[]
  readonly run: () => Promise<Tally>
}

export const onePassed: Tally = { passed: 1, failed: 0 }
export const oneFailed: Tally = { passed: 0, failed: 1 }
