import { err, ok, type Result } from '../../lib/result.ts'
import { compileExpressions, type CompiledExpressions, type PlaceRead } from './compile-expressions.ts'
import type { FormProblem } from './form-problem.ts'
import { layOutForm, type FormPlace, type FormPlaces } from './form-place.ts'
import type { FormVersion, Question } from './form-version.ts'
import { optionShape } from './secondary-instance.ts'
import { orderByReads } from './order-by-reads.ts'

/** A form version with its expressions parsed and their order of computing known. Made once, shared by sessions. */
export interface CompiledForm {
  readonly form: FormVersion
  readonly places: FormPlaces
  /** In the order of the form. */
  readonly questions: ReadonlyMap<string, CompiledQuestion>
  /** Every place, each after all that its relevance and calculation read, and its choices and count, if they can. */
  readonly nodes: readonly FormNode[]
  /** What is odd, but does not keep the form from being used. */
  readonly warnings: readonly FormProblem[]
}

export interface CompiledQuestion {
  readonly question: Question
  readonly sectionId: string
  readonly expressions: CompiledExpressions
  readonly node: FormNode
}

/** A place in the graph. */
export interface FormNode {
  readonly key: string
  readonly at: number
  readonly place: FormPlace
  readonly expressions: CompiledExpressions
  /** `undefined` for sections, groups and repeats. */
  readonly question: Question | undefined
  /** Those whose relevance, calculation, choices or count read this one; all but late ones come after it. */
  readonly valueReaders: readonly Reader[]
  /** Those whose verdict reads this one. */
  readonly verdictReaders: readonly Reader[]
  /** What stands directly in it. */
  readonly children: readonly FormNode[]
}

/** `all`: whichever row changed, every row of the reader may be another now. */
export interface Reader {
  readonly node: FormNode
  readonly scope: PlaceRead['scope']
  /** It comes before what it reads, and is computed again. */
  readonly isLate?: boolean
}

/**
 * Compiles a form version that `parseFormVersion` took. Reports every expression that cannot be parsed, every
 * reference to a question that is not there, and every cycle.
 */
export function compileForm(form: FormVersion): Result<CompiledForm, readonly FormProblem[]> {
  const problems: FormProblem[] = []
  const places = layOutForm(form)
  const expressionsOf = new Map<string, CompiledExpressions>()
  for (const [id, place] of places.byId)
    expressionsOf.set(id, compileExpressions(place, places, problems, optionShape(place)))

  const { order, cycles, late } = orderPlaces(places, expressionsOf)
  for (const cycle of cycles)
    problems.push({ code: 'cycle', path: places.byId.get(cycle[0] ?? '')?.path ?? [], cycle })
  const [warnings, faults] = partition(problems, ({ code }) => code === 'unknownColumn')
  if (faults.length > 0) return err(faults)

  const nodes = linkNodes(order, places, expressionsOf, late)
  const byKey = new Map(nodes.map(node => [node.key, node]))
  const questions = new Map<string, CompiledQuestion>()
  for (const [id, { question, sectionId }] of places.byId) {
    const node = byKey.get(id)
    if (question && node) questions.set(id, { question, sectionId, expressions: node.expressions, node })
  }
  return ok({ form, places, questions, nodes, warnings })
}

const partition = <T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] => [
  items.filter(isFirst),
  items.filter(item => !isFirst(item)),
]

/**
 * The order of computing. A count that reads the rows it makes ("one more while the last says yes"), and choices that
 * leave out what another question chose, are no mistake: such reads are `late` where they would close a cycle.
 */
function orderPlaces(
  { byId }: FormPlaces,
  expressionsOf: ReadonlyMap<string, CompiledExpressions>,
): {
  readonly order: readonly string[]
  readonly cycles: readonly (readonly string[])[]
  readonly late: ReadonlySet<PlaceRead>
} {
  const late = new Set<PlaceRead>()
  const idsOf = (id: string, reads: readonly PlaceRead[] = []): readonly string[] =>
    reads.filter(read => !late.has(read) && !isEarlierRow(id, read)).map(({ place }) => place.id)
  for (;;) {
    const reads = new Map<string, readonly string[]>()
    for (const [id, { parent }] of byId) {
      const own = expressionsOf.get(id)
      const before = [...idsOf(id, own?.valueReads), ...idsOf(id, own?.offerReads)]
      reads.set(id, parent?.id ? [parent.id, ...before] : before)
    }
    const { order, cycles } = orderByReads(reads)
    const known = late.size
    for (const cycle of cycles) for (const read of listOffers(cycle, expressionsOf)) late.add(read)
    if (late.size === known) return { order, cycles, late }
  }
}

/** The reads of choices and counts by which one in a cycle reads the next. */
const listOffers = (
  cycle: readonly string[],
  expressionsOf: ReadonlyMap<string, CompiledExpressions>,
): readonly PlaceRead[] =>
  cycle.flatMap((id, at) => {
    const own = expressionsOf.get(id)
    const isNext = ({ place }: PlaceRead): boolean => place.id === cycle[at + 1]
    return own && !own.valueReads.some(isNext) ? own.offerReads.filter(isNext) : []
  })

/** A calculation may read itself in other rows, as a running total does. */
const isEarlierRow = (id: string, { place, scope }: PlaceRead): boolean =>
  place.id === id && scope === 'all' && place.repeats.length > 0

type Growing = FormNode & {
  readonly valueReaders: Reader[]
  readonly verdictReaders: Reader[]
  readonly children: FormNode[]
}

function linkNodes(
  order: readonly string[],
  { byId }: FormPlaces,
  expressionsOf: ReadonlyMap<string, CompiledExpressions>,
  late: ReadonlySet<PlaceRead>,
): readonly FormNode[] {
  const nodes = order.map((key, at): Growing => {
    const place = byId.get(key)
    const expressions = expressionsOf.get(key)
    if (!place || !expressions) throw new Error(`${key} is no place of the form`)
    const { question } = place
    return { key, at, place, expressions, question, valueReaders: [], verdictReaders: [], children: [] }
  })
  const byKey = new Map(nodes.map(node => [node.key, node]))
  for (const node of nodes) {
    for (const { place, scope } of node.expressions.valueReads)
      byKey.get(place.id)?.valueReaders.push({ node, scope })
    for (const read of node.expressions.offerReads)
      byKey.get(read.place.id)?.valueReaders.push({ node, scope: read.scope, isLate: late.has(read) })
    for (const { place, scope } of node.expressions.verdictReads)
      // Its own answer it is judged with anyway; those of other rows it has to hear of.
      if (scope === 'all' || place.id !== node.key) byKey.get(place.id)?.verdictReaders.push({ node, scope })
  }
  for (const key of byId.keys()) {
    const node = byKey.get(key)
    const parent = byKey.get(node?.place.parent?.id ?? '')
    if (node) parent?.children.push(node)
  }
  return nodes
}
