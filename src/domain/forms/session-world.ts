import type { EvaluationContext } from './expressions/run.ts'
import type { PathNode } from './expressions/path-node.ts'
import type { CompiledForm } from './compile-form.ts'
import type { Instance } from './instance.ts'
import type { InstanceTree } from './instance-tree.ts'
import { findSecondaryInstance } from './secondary-instance.ts'
import { nowOf, type SessionClock } from './session-clock.ts'

/** What expressions see of a session. */
export interface SessionWorld {
  readonly language: string
  readonly seenFrom: (instance: Instance) => EvaluationContext
  /** A question in each of its rows, in their order. */
  readonly listRows: (id: string) => readonly Instance[]
}

const isInstance = (node: PathNode): node is Instance => 'rows' in node

export function createWorld(
  { form, questions, nodes }: CompiledForm,
  tree: InstanceTree,
  clock: SessionClock,
): SessionWorld {
  const language = clock.language ?? form.defaultLanguage ?? 'vi'
  const lists = new Map<string, PathNode | undefined>()
  const nodeOf = new Map(nodes.map(node => [node.key, node]))

  function instance(id: string): PathNode | undefined {
    if (!lists.has(id)) lists.set(id, findSecondaryInstance(form, id, language))
    return lists.get(id)
  }

  function choiceLabel(value: string, name: string): string {
    const question = questions.get(name)?.question
    if (!question || !('options' in question)) return value
    const label = question.options.find(option => option.value === value)?.label
    return label?.[language] ?? label?.['vi'] ?? value
  }

  const common = {
    root: tree.document,
    instance,
    choiceLabel,
    today: clock.today,
    now: () => nowOf(clock),
    random: clock.random ?? (() => 0.5),
    uuid: clock.uuid ?? (() => '00000000-0000-4000-8000-000000000000'),
  }
  const seenFrom = (from: Instance): EvaluationContext => ({
    ...common,
    node: from,
    // indexed-repeat() looks from another row.
    resolve: (name, node) => tree.resolve(name, isInstance(node) ? node : from),
  })
  return {
    language,
    seenFrom,
    listRows: id => {
      const node = nodeOf.get(id)
      return node ? tree.listInOrder(node) : []
    },
  }
}
