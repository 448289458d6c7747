/** How many passed and failed; a step that breaks counts as one failure. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

export interface Outcome extends Tally {
  /** What a quiet step had to say. */
  readonly words?: string
  /** Files of tests that failed beside others and passed alone: each is a fault to be found. */
  readonly unsteady?: readonly string[]
}

export interface Step {
  readonly name: string
  /** `npm test -- check` runs every step of the group. */
  readonly group?: string
  /** Steps that must run first, also when only this one was asked for. */
  readonly needs?: readonly string[]
  /** Says nothing before it has ended: quiet steps that follow one another run at once. */
  readonly isQuiet?: boolean
  readonly run: () => Promise<Outcome>
}

export const onePassed: Tally = { passed: 1, failed: 0 }
export const oneFailed: Tally = { passed: 0, failed: 1 }
