import { toNumber } from './coerce.ts'
import type { NodeFunctionTable } from './function-rule.ts'
import { spend } from './run.ts'
import { parkMiller, shuffled } from './shuffle.ts'
import { scalarOf } from './value.ts'

const longestId = 1_000
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Functions that yield something else each time, but for `randomize()` with a seed. */
export const randomFunctions: NodeFunctionTable = {
  random: { min: 0, max: 0, call: (_, { context }) => context.random() },
  /** With a length: that many digits and capitals. */
  uuid: {
    min: 0,
    max: 1,
    call: ([length], { context }) => {
      if (length === undefined) return context.uuid()
      const wanted = Math.min(longestId, Math.max(0, Math.trunc(toNumber(scalarOf(length))) || 0))
      return Array.from({ length: wanted }, () => letters.charAt(Math.floor(context.random() * 36))).join('')
    },
  },
  /** The nodes in another order. */
  randomize: {
    min: 1,
    max: 2,
    paths: [0],
    call: ([nodes, seed], run) => {
      if (typeof nodes !== 'object' || !spend(run, nodes.length)) return []
      return shuffled(nodes, seed === undefined ? run.context.random : parkMiller(scalarOf(seed)))
    },
  },
}
