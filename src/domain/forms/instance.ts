import type { PathNode } from './expressions/path-node.ts'
import type { Scalar } from './expressions/scalar.ts'
import type { FormNode } from './compile-form.ts'
import type { AnswerValue, Option } from './form-version.ts'

/**
 * A place with its answer: a question in a row, a group, or a repeat. A repeat is one _frame_, which holds the count
 * and the relevance, and in it the rows, which are what paths see.
 *
 * ```
 *  group ── question
 *    └───── frame of the repeat ── row 1 ── question
 *                             └─── row 2 ── question
 * ```
 */
export interface Instance extends PathNode {
  readonly node: FormNode
  /** `id`, or in a row `id@row`. */
  readonly key: string
  /** Ids of the rows it stands in, outermost first; a row's own is the last. */
  readonly rows: readonly string[]
  readonly kind: 'question' | 'group' | 'frame' | 'row'
  readonly up: Instance | undefined
  readonly below: Instance[]
  relevant: boolean
  /** As it counts: computed, or given; undefined while hidden or empty. */
  answer: AnswerValue | undefined
  scalar: Scalar
  /** The options its choice filter lets through; undefined when all do. */
  options: readonly Option[] | undefined
}

interface Given {
  readonly node: FormNode
  readonly key: string
  readonly rows: readonly string[]
  readonly kind: Instance['kind']
  readonly up: Instance | undefined
  /** The root element, for what stands at the top. */
  readonly root: PathNode
}

export function createInstance({ node, key, rows, kind, up, root }: Given): Instance {
  const instance: Instance = {
    node,
    key,
    rows,
    kind,
    up,
    below: [],
    relevant: false,
    answer: undefined,
    scalar: '',
    options: undefined,
    name: node.place.name,
    get parent() {
      // A row's parent in paths is what stands around the repeat.
      return (kind === 'row' ? up?.up : up) ?? root
    },
    children: () => childrenOf(instance.below),
    get isHolder() {
      return instance.below.length > 0
    },
    value: () => instance.scalar,
  }
  return instance
}

/** What paths see below: rows instead of frames, and nothing that is hidden. */
export function childrenOf(below: readonly Instance[]): readonly Instance[] {
  const seen: Instance[] = []
  for (const instance of below) {
    if (!instance.relevant) continue
    if (instance.kind === 'frame') seen.push(...instance.below)
    else seen.push(instance)
  }
  return seen
}
