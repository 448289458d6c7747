import { columnEquation } from './expressions/column-equation.ts'
import type { Expression } from './expressions/expression.ts'
import { evaluate } from './expressions/evaluate.ts'
import { toBoolean } from './expressions/coerce.ts'
import { parkMiller, shuffled } from './expressions/shuffle.ts'
import type { PathNode } from './expressions/path-node.ts'
import type { Option } from './form-version.ts'
import type { Instance } from './instance.ts'
import { optionNodes } from './secondary-instance.ts'
import type { SessionWorld } from './session-world.ts'

/** Options by what a column holds, so that a cascade over thousands looks once and not at each. */
const byColumn = new WeakMap<readonly Option[], Map<string, ReadonlyMap<string, readonly Option[]>>>()
const nodesOf = new WeakMap<readonly Option[], readonly PathNode[]>()

/** The options that a question offers now, in their order; undefined when it is simply all of them. */
export function filterOptions(instance: Instance, world: SessionWorld): readonly Option[] | undefined {
  const { question, expressions } = instance.node
  if (!question || !('options' in question)) return undefined
  if (question.optionsFrom === undefined && !expressions.choiceFilter && !question.randomize) return undefined
  const offered =
    question.optionsFrom !== undefined
      ? answersAsOptions(question.optionsFrom, expressions.choiceFilter, world)
      : expressions.choiceFilter
        ? choose(question.options, expressions.choiceFilter, instance, world)
        : question.options
  if (!question.randomize) return offered
  const seed = expressions.seed && evaluate(expressions.seed, world.seenFrom(instance))
  // Without a seed the order is the question's own, the same at every opening.
  return shuffled(offered, parkMiller(seed?.ok ? seed.value : instance.key))
}

/** What was answered to a question, in the order of its rows, each answer once. */
function answersAsOptions(
  id: string,
  filter: Expression | undefined,
  world: SessionWorld,
): readonly Option[] {
  const answered = world.listRows(id).filter(one => one.relevant && one.scalar !== '')
  const offered = answered.filter((one, at) => {
    const node = one.parent
    if (!filter || !node) return true
    const candidate = { node, position: at + 1, size: answered.length }
    const value = evaluate(filter, { ...world.seenFrom(one), candidate })
    return !value.ok || toBoolean(value.value)
  })
  return Array.from(new Set(offered.map(one => String(one.scalar))), value => ({
    value,
    label: { vi: value, en: value },
  }))
}

function choose(
  options: readonly Option[],
  filter: Expression,
  instance: Instance,
  world: SessionWorld,
): readonly Option[] {
  const equation = columnEquation(filter)
  if (equation && equation.column !== 'label') {
    const wanted = evaluate(equation.value, world.seenFrom(instance))
    if (wanted.ok && typeof wanted.value === 'string')
      return indexOf(options, equation.column).get(wanted.value) ?? []
  }
  let nodes = nodesOf.get(options)
  if (!nodes) {
    nodes = optionNodes(options, world.language)
    nodesOf.set(options, nodes)
  }
  const seen = world.seenFrom(instance)
  return options.filter((_, at) => {
    const node = nodes[at]
    const value =
      node && evaluate(filter, { ...seen, candidate: { node, position: at + 1, size: options.length } })
    // A filter that fails hides nothing.
    return value === undefined || !value.ok || toBoolean(value.value)
  })
}

function indexOf(options: readonly Option[], column: string): ReadonlyMap<string, readonly Option[]> {
  const indexes = byColumn.get(options) ?? new Map<string, ReadonlyMap<string, readonly Option[]>>()
  byColumn.set(options, indexes)
  const known = indexes.get(column)
  if (known) return known
  const made = Map.groupBy(options, option =>
    column === 'name' ? option.value : (option.columns?.[column] ?? ''),
  )
  indexes.set(column, made)
  return made
}
