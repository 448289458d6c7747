import { answerToScalar } from './answer-to-scalar.ts'
import type { CompiledForm, FormNode } from './compile-form.ts'
import { toBoolean, toNumber } from './expressions/coerce.ts'
import { evaluate } from './expressions/evaluate.ts'
import type { Expression } from './expressions/expression.ts'
import type { Scalar } from './expressions/scalar.ts'
import { filterOptions } from './filter-options.ts'
import type { AnswerValue } from './form-version.ts'
import type { Instance } from './instance.ts'
import { isAnsweredByFiles } from './is-answered-by-files.ts'
import { isInCounted } from './is-counted.ts'
import { createInstanceTree, type InstanceTree } from './instance-tree.ts'
import { countedRowId, type RepeatRow } from './row.ts'
import { scalarToAnswer } from './scalar-to-answer.ts'
import { createWorld } from './session-world.ts'
import type { SessionClock } from './session-clock.ts'

/** What persons gave, by key. */
export interface SessionInputs {
  readonly answers: Map<string, AnswerValue>
  readonly files: ReadonlyMap<string, readonly string[]>
  readonly rows: ReadonlyMap<string, readonly RepeatRow[]>
}

export interface SessionValues {
  readonly tree: InstanceTree
  /** Whether an expression about an instance holds; `otherwise` when it cannot be brought to its end. */
  readonly holds: (expression: Expression, instance: Instance, otherwise: boolean) => boolean
  readonly valueOf: (expression: Expression, instance: Instance) => Scalar | undefined
  /**
   * Computes some instances anew, and whatever reads what changed, in one pass along the order, and more for those
   * that come before what they read.
   * Returns the questions whose verdict may be another now.
   */
  readonly recompute: (due: Iterable<Instance>) => Recomputed
}

export interface Recomputed {
  readonly verdicts: ReadonlySet<Instance>
  /** Keys of questions that are gone with their rows. */
  readonly removed: readonly string[]
  /** Questions that came with new rows. */
  readonly added: readonly Instance[]
  /** Answers that the form itself gave: triggered and kept calculations. */
  readonly given: ReadonlyMap<string, AnswerValue | null>
  readonly rowsChanged: boolean
}

/** No form in use comes near; a count that was mistyped must not fill the tablet. */
export const mostRows = 1_000

/** Relevance, values and rows of everything in a form. Nothing is computed before the first `recompute`. */
export function createSessionValues(
  compiled: CompiledForm,
  inputs: SessionInputs,
  clock: SessionClock,
): SessionValues {
  const { nodes } = compiled
  const tree = createInstanceTree(compiled)
  const world = createWorld(compiled, tree, clock)
  const { answers, files, rows } = inputs

  const valueOf = (expression: Expression, instance: Instance): Scalar | undefined => {
    const value = evaluate(expression, world.seenFrom(instance))
    return value.ok ? value.value : undefined
  }
  const holds = (expression: Expression, instance: Instance, otherwise: boolean): boolean => {
    const value = valueOf(expression, instance)
    return value === undefined ? otherwise : toBoolean(value)
  }

  function recompute(start: Iterable<Instance>): Recomputed {
    const due = new Map<number, Set<Instance>>()
    // A long form is mostly untouched: only what stands between the first and the last that is due is looked at.
    let [first, last] = [nodes.length, -1]
    const late = new Set<Instance>()
    const verdicts = new Set<Instance>()
    const removed: string[] = []
    const added: Instance[] = []
    const given = new Map<string, AnswerValue | null>()
    let rowsChanged = false

    const mark = (instance: Instance): void => {
      const { at } = instance.node
      const here = due.get(at)
      if (here) here.add(instance)
      else due.set(at, new Set([instance]))
      first = Math.min(first, at)
      last = Math.max(last, at)
    }
    const markReaders = ({ node }: Instance, instance: Instance): void => {
      for (const reader of node.valueReaders)
        for (const one of beside(reader.node, reader.scope, instance))
          if (reader.isLate) late.add(one)
          else if (one !== instance) mark(one)
      for (const reader of node.verdictReaders)
        for (const one of beside(reader.node, reader.scope, instance)) verdicts.add(one)
    }
    const beside = (node: FormNode, scope: 'own' | 'all', instance: Instance): Iterable<Instance> =>
      scope === 'all' ? tree.listOf(node.key) : tree.listBeside(node, instance)

    function compute(instance: Instance): void {
      const { node, up } = instance
      const { expressions } = node
      const wasRelevant = instance.relevant
      // An expression that fails must not make a question disappear.
      instance.relevant =
        (up?.relevant ?? true) &&
        (expressions.relevance === undefined || holds(expressions.relevance, instance, true))
      if (instance.kind === 'question') verdicts.add(instance)
      const isShown = instance.relevant !== wasRelevant
      if (isShown) for (const child of instance.below) if (child.kind !== 'row') mark(child)
      if (instance.kind === 'frame') {
        layRows(instance, isShown)
        if (isShown) markReaders(instance, instance)
        return
      }
      const before = instance.scalar
      if (instance.kind === 'question') {
        instance.options = filterOptions(instance, world)
        instance.answer = instance.relevant ? answerNow(instance, given) : undefined
        instance.scalar = answerToScalar(instance.answer)
      }
      if (isShown || !Object.is(before, instance.scalar)) markReaders(instance, instance)
    }

    /** What reads several rows may see another first one, and another order. */
    function markMoved(instances: readonly Instance[]): void {
      for (const instance of instances) {
        if (instance.kind !== 'row') markReaders(instance, instance)
        markMoved(instance.below)
      }
    }

    function layRows(frame: Instance, isShown: boolean): void {
      const ids = rowIds(frame)
      const change = tree.setRows(frame, ids)
      for (const row of frame.below) {
        row.relevant = frame.relevant
        if (isShown) for (const child of row.below) mark(child)
      }
      if (change.added.length + change.removed.length === 0 && !change.isMoved) return
      rowsChanged = true
      if (change.isMoved) markMoved(frame.below)
      for (const instance of change.added) {
        if (instance.kind === 'row') instance.relevant = frame.relevant
        else mark(instance)
        if (instance.kind === 'question') added.push(instance)
        markReaders(instance, instance)
      }
      for (const instance of change.removed) {
        verdicts.delete(instance)
        if (instance.kind === 'question') removed.push(instance.key)
        markReaders(instance, instance)
      }
      markReaders(frame, frame)
    }

    function pass(instances: Iterable<Instance>): void {
      for (const instance of instances) mark(instance)
      for (let at = first; at <= last; at++) {
        const here = due.get(at)
        const node = nodes[at]
        if (!here || !node) continue
        // A running total reads the row before: rows come in their order, and may call for the next.
        const inTurn = node.valueReaders.some(reader => reader.node === node) ? tree.listInOrder(node) : here
        for (const instance of inTurn) if (here.has(instance) && isAlive(instance)) compute(instance)
      }
      due.clear()
      ;[first, last] = [nodes.length, -1]
    }

    pass(start)
    // A count may ask for one row more each time.
    for (let passes = 0; late.size > 0 && passes < mostRows; passes++) {
      const again = [...late]
      late.clear()
      pass(again)
    }
    for (const gone of verdicts) if (!isAlive(gone)) verdicts.delete(gone)
    return { verdicts, removed, added: added.filter(isAlive), given, rowsChanged }
  }

  const isAlive = (instance: Instance): boolean => tree.find(instance.key) === instance

  function rowIds(frame: Instance): readonly string[] {
    const { count } = frame.node.expressions
    const parent = frame.rows.at(-1) ?? null
    if (count === undefined) {
      const own = (rows.get(frame.node.key) ?? []).filter(row => row.parent === parent)
      const first = countedRowId(frame.node.key, parent, 1)
      // Nobody can record the first row within rows that a count brings.
      const comes = isInCounted(frame.node.place) && !own.some(({ id }) => id === first)
      const ids = own.filter(({ isGone }) => !isGone).map(({ id }) => id)
      return (comes ? [first, ...ids] : ids).slice(0, mostRows)
    }
    const wanted = Math.trunc(toNumber(valueOf(count, frame) ?? 0))
    const length = Number.isNaN(wanted) ? 0 : Math.max(0, Math.min(mostRows, wanted))
    return Array.from({ length }, (_, at) => countedRowId(frame.node.key, parent, at + 1))
  }

  const triggers = new Map<string, string>()

  function answerNow(instance: Instance, given: Map<string, AnswerValue | null>): AnswerValue | undefined {
    const { key, node } = instance
    const { question, expressions } = node
    if (!question) return undefined
    if (isAnsweredByFiles(question)) return files.get(key)
    if (question.trigger) pullTrigger(instance, given)
    const own = answers.get(key)
    if (!expressions.calculation || question.trigger) return available(instance, own)
    // In ODK a default is there before anything is computed, so once() keeps it.
    const start = own === undefined && expressions.default && valueOf(expressions.default, instance)
    instance.scalar = answerToScalar(own) || (start ?? '')
    const value = valueOf(expressions.calculation, instance)
    const answer = value === undefined ? undefined : scalarToAnswer(question, value)
    if (expressions.keepsCalculation && answer !== undefined && answer !== own) {
      answers.set(key, answer)
      given.set(key, answer)
    }
    return answer
  }

  /** Runs the calculation or default of a question when what triggers it has changed since the last time. */
  function pullTrigger(instance: Instance, given: Map<string, AnswerValue | null>): void {
    const { key, node } = instance
    const { question, expressions } = node
    const now = (question?.trigger ?? [])
      .map(name => String(tree.resolve(name, instance)[0]?.scalar ?? ''))
      .join('\u0000')
    const before = triggers.get(key)
    triggers.set(key, now)
    const wasNothing =
      before === undefined ? now.replaceAll('\u0000', '') === '' || answers.has(key) : before === now
    const expression = expressions.calculation ?? expressions.default
    if (wasNothing || !question || !expression) return
    const value = valueOf(expression, instance)
    const answer = value === undefined ? undefined : scalarToAnswer(question, value)
    if (answer === undefined) answers.delete(key)
    else answers.set(key, answer)
    given.set(key, answer ?? null)
  }

  return { tree, holds, valueOf, recompute }
}

/** What was chosen, as far as the filter still offers it: the rest is kept, and comes back with its option. */
function available({ options }: Instance, answer: AnswerValue | undefined): AnswerValue | undefined {
  if (!options || answer === undefined) return answer
  const offered = new Set(options.map(option => option.value))
  if (Array.isArray(answer)) return (answer as readonly string[]).filter(value => offered.has(value))
  return offered.has(String(answer)) ? answer : undefined
}
