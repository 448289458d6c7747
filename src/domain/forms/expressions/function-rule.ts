import type { Expression } from './expression.ts'
import type { Run } from './run.ts'
import type { Scalar } from './scalar.ts'
import type { Value } from './value.ts'

/** How many arguments a function takes, and which of them have to be paths or references. */
export interface ArgumentRule {
  readonly min: number
  readonly max: number
  /** For functions that take arguments in pairs. */
  readonly parity?: 'even' | 'odd'
  readonly paths?: readonly number[]
}

/** A function of single values. A node-set counts by its first node, or as `''`. */
export interface FunctionRule extends ArgumentRule {
  readonly call: (args: readonly Scalar[], run: Run) => Scalar
}

/** A function that sees every node of its arguments. */
export interface NodeFunctionRule extends ArgumentRule {
  readonly call: (args: readonly Value[], run: Run) => Value
}

export type Evaluate = (expression: Expression, run: Run) => Value

/** A function that decides which of its arguments are evaluated, and where. */
export interface LazyFunctionRule extends ArgumentRule {
  readonly call: (args: readonly Expression[], run: Run, evaluate: Evaluate) => Value
}

export type FunctionTable = Readonly<Record<string, FunctionRule>>
export type NodeFunctionTable = Readonly<Record<string, NodeFunctionRule>>
export type LazyFunctionTable = Readonly<Record<string, LazyFunctionRule>>
