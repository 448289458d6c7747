import { toNumber, toText } from './coerce.ts'
import type { NodeFunctionTable } from './function-rule.ts'
import { joinTexts } from './join-texts.ts'
import { spend, type Run } from './run.ts'
import type { Scalar } from './scalar.ts'
import { isHolder, isTrue, scalarOf, type NodeSet, type Value } from './value.ts'

/** Functions over all nodes of their arguments: over every row of a repeat. */
export const aggregateFunctions: NodeFunctionTable = {
  sum: {
    min: 1,
    max: 1000,
    call: (values, run) => listNumbers(values, run).reduce((sum, value) => sum + value, 0),
  },
  min: { min: 1, max: 1000, call: (values, run) => extreme(listNumbers(values, run), Math.min) },
  max: { min: 1, max: 1000, call: (values, run) => extreme(listNumbers(values, run), Math.max) },
  'count-non-empty': {
    min: 1,
    max: 1000,
    call: values => values.reduce<number>((count, value) => count + countNonEmpty(value), 0),
  },
  concat: { min: 1, max: 1000, call: (values, run) => joinTexts('', listTexts(values, run), run) },
  join: {
    min: 2,
    max: 1000,
    call: ([separator = '', ...values], run) =>
      joinTexts(toText(scalarOf(separator)), listTexts(values, run), run),
  },
  /** How many are true is between two numbers; -1 is no bound. */
  checklist: {
    min: 2,
    max: 1000,
    call: ([least = '', most = '', ...answers], run) => {
      const isYes = listFlags(answers, run)
      return isBetween(isYes.filter(Boolean).length, least, most)
    },
  },
  /** `weighted-checklist(min, max, answer, weight, …)`, or with one node-set of answers and one of weights. */
  'weighted-checklist': {
    min: 4,
    max: 1000,
    parity: 'even',
    call: ([least = '', most = '', ...pairs], run) => {
      const [answers = '', weights = ''] = pairs
      const isSets = pairs.length === 2 && typeof answers === 'object' && typeof weights === 'object'
      const isYes = isSets ? listFlags([answers], run) : pairs.filter((_, at) => at % 2 === 0).map(isTrue)
      const weighed = isSets
        ? listScalars([weights], run)
        : pairs.filter((_, at) => at % 2 === 1).map(scalarOf)
      const sum = isYes.reduce((total, is, at) => total + (is ? toNumber(weighed[at] ?? '') : 0), 0)
      return isBetween(sum, least, most)
    },
  },
}

function listScalars(values: readonly Value[], run: Run): readonly Scalar[] {
  const scalars: Scalar[] = []
  for (const value of values) {
    if (typeof value !== 'object') scalars.push(value)
    else if (spend(run, value.length)) for (const node of value) scalars.push(node.value())
  }
  return scalars
}

/** The values that are numbers; as in ODK an empty one is passed over. */
const listNumbers = (values: readonly Value[], run: Run): readonly number[] =>
  listScalars(values, run)
    .map(toNumber)
    .filter(value => !Number.isNaN(value))

const listTexts = (values: readonly Value[], run: Run): readonly string[] =>
  listScalars(values, run).map(toText)

const listFlags = (values: readonly Value[], run: Run): readonly boolean[] =>
  values.flatMap(value =>
    typeof value === 'object' && spend(run, value.length) ? flagsOf(value) : isTrue(value),
  )

const flagsOf = (nodes: NodeSet): readonly boolean[] => nodes.map(node => isTrue([node]))

const extreme = (numbers: readonly number[], pick: (a: number, b: number) => number): number =>
  numbers.length === 0 ? NaN : numbers.reduce((a, b) => pick(a, b))

function countNonEmpty(value: Value): number {
  if (typeof value !== 'object') return value === '' || Number.isNaN(value) ? 0 : 1
  return value.filter(node => node.value() !== '' || isHolder(node)).length
}

function isBetween(count: number, least: Value, most: Value): boolean {
  const [low, high] = [toNumber(scalarOf(least)), toNumber(scalarOf(most))]
  return (low === -1 || count >= low) && (high === -1 || count <= high)
}
