import type { Run } from './run.ts'
import type { Scalar } from './scalar.ts'

/** A function of the expression language: how many arguments it takes and what it yields. */
export interface FunctionRule {
  readonly min: number
  readonly max: number
  readonly call: (args: readonly Scalar[], run: Run) => Scalar
}

export type FunctionTable = Readonly<Record<string, FunctionRule>>
