import { err, ok, type Result } from '../../lib/result.ts'
import { compileExpressions, type CompiledExpressions } from './compile-expressions.ts'
import type { FormPath, FormProblem } from './form-problem.ts'
import type { FormVersion, Question, Section } from './form-version.ts'
import { orderByReads } from './order-by-reads.ts'

/** A form version with its expressions parsed and their order of computing known. Made once, shared by sessions. */
export interface CompiledForm {
  readonly form: FormVersion
  /** In the order of the form. */
  readonly questions: ReadonlyMap<string, CompiledQuestion>
  readonly sections: ReadonlyMap<string, CompiledSection>
  /** Sections and questions, each after all that its relevance and calculation read. */
  readonly nodes: readonly FormNode[]
}

export interface CompiledQuestion {
  readonly question: Question
  readonly sectionId: string
  readonly expressions: CompiledExpressions
}

export interface CompiledSection {
  readonly section: Section
  readonly expressions: CompiledExpressions
}

/** A place in the graph, by its key: the id, and with groups and repeats the path of ids. */
export interface FormNode {
  readonly key: string
  readonly expressions: CompiledExpressions
  /** `undefined` for a section. */
  readonly question: CompiledQuestion | undefined
  /** Places in `nodes` of those whose relevance or calculation read this one; all come after it. */
  readonly valueReaders: readonly number[]
  /** Places of those whose verdict reads this one. */
  readonly verdictReaders: readonly number[]
}

/**
 * Compiles a form version that `parseFormVersion` took. Reports every expression that cannot be parsed, every
 * reference to a question that is not there, and every cycle.
 */
export function compileForm(form: FormVersion): Result<CompiledForm, readonly FormProblem[]> {
  const problems: FormProblem[] = []
  const names = new Set(form.sections.flatMap(section => section.questions.map(question => question.id)))
  const compile = (item: Section | Question, path: FormPath): CompiledExpressions =>
    compileExpressions(item.id, item, path, name => names.has(name), problems)

  const questions = new Map<string, CompiledQuestion>()
  const sections = new Map<string, CompiledSection>()
  const pathOf = new Map<string, FormPath>()
  form.sections.forEach((section, at) => {
    const path = ['sections', at]
    pathOf.set(section.id, path)
    sections.set(section.id, { section, expressions: compile(section, path) })
    section.questions.forEach((question, index) => {
      const here = [...path, 'questions', index]
      pathOf.set(question.id, here)
      questions.set(question.id, { question, sectionId: section.id, expressions: compile(question, here) })
    })
  })

  const reads = new Map<string, readonly string[]>()
  for (const [id, { expressions }] of sections) reads.set(id, [...expressions.valueReads])
  for (const [id, { sectionId, expressions }] of questions)
    reads.set(id, [sectionId, ...expressions.valueReads])
  const { order, cycles } = orderByReads(reads)
  for (const cycle of cycles) problems.push({ code: 'cycle', path: pathOf.get(cycle[0] ?? '') ?? [], cycle })
  return problems.length > 0
    ? err(problems)
    : ok({ form, questions, sections, nodes: linkNodes(order, questions, sections) })
}

function linkNodes(
  order: readonly string[],
  questions: ReadonlyMap<string, CompiledQuestion>,
  sections: ReadonlyMap<string, CompiledSection>,
): readonly FormNode[] {
  const nodes = order.map(key => {
    const question = questions.get(key)
    const expressions = (question ?? sections.get(key))?.expressions
    if (!expressions) throw new Error(`${key} is neither a question nor a section`)
    return { key, expressions, question, valueReaders: [] as number[], verdictReaders: [] as number[] }
  })
  const byKey = new Map(nodes.map(node => [node.key, node]))
  nodes.forEach(({ key, expressions, question }, place) => {
    for (const name of expressions.valueReads) byKey.get(name)?.valueReaders.push(place)
    for (const name of expressions.verdictReads) if (name !== key) byKey.get(name)?.verdictReaders.push(place)
    if (question) byKey.get(question.sectionId)?.valueReaders.push(place)
  })
  return nodes
}
