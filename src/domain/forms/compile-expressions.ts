import { listReads } from './expressions/list-reads.ts'
import type { ShapeNode } from './expressions/shape-node.ts'
import { parseExpression } from './expressions/parse-expression.ts'
import { readExpression } from './expressions/read-expression.ts'
import type { Expression } from './expressions/expression.ts'
import type { FormPlace, FormPlaces } from './form-place.ts'
import type { FormPath, FormProblem } from './form-problem.ts'
import type { LocalText, Option } from './form-version.ts'

/** A place that an expression reads: its own row's only, or any row's. */
export interface PlaceRead {
  readonly place: FormPlace
  readonly scope: 'own' | 'all'
}

/** The parsed expressions of a place, and what they look at. */
export interface CompiledExpressions {
  readonly relevance: Expression | undefined
  readonly calculation: Expression | undefined
  readonly default: Expression | undefined
  readonly choiceFilter: Expression | undefined
  readonly seed: Expression | undefined
  readonly count: Expression | undefined
  readonly required: Expression | undefined
  readonly readonly: Expression | undefined
  readonly constraint: Expression | undefined
  readonly softConstraint: Expression | undefined
  /** What relevance and calculation read: these have to be computed before. */
  readonly valueReads: readonly PlaceRead[]
  /** What choices and count read: before as well, but where that would go in circles. */
  readonly offerReads: readonly PlaceRead[]
  /** What only the verdict and the texts read. */
  readonly verdictReads: readonly PlaceRead[]
  readonly readsClock: boolean
  /** Its label, hint or messages show values of questions. */
  readonly hasLiveTexts: boolean
  /** The calculation is kept once it is made: it has `once()`, `random()` or `uuid()`. */
  readonly keepsCalculation: boolean
}

interface Sources {
  readonly relevance?: string
  readonly calculation?: string
  readonly default?: string
  readonly choiceFilter?: string
  readonly optionsFrom?: string
  readonly randomize?: { readonly seed?: string }
  readonly count?: string
  readonly required?: boolean | string
  readonly readonly?: boolean | string
  readonly constraint?: { readonly expr: string }
  readonly softConstraint?: { readonly expr: string }
}

/** Parses the expressions of one place; what is wrong with them is added to `problems`. */
export function compileExpressions(
  place: FormPlace,
  places: FormPlaces,
  problems: FormProblem[],
  /** The columns of the options that a choice filter sees. */
  option: ShapeNode | undefined,
): CompiledExpressions {
  const sources = (place.item ?? {}) as Sources
  const valueReads: PlaceRead[] = []
  const offerReads: PlaceRead[] = []
  const verdictReads: PlaceRead[] = []
  let readsClock = false
  let keepsCalculation = false

  function compile(
    source: string | boolean | undefined,
    part: FormPath,
    reads: PlaceRead[] | undefined,
    candidate?: ShapeNode,
    node: FormPlace = place,
  ): Expression | undefined {
    if (typeof source !== 'string') return undefined
    const path = [...place.path, ...part]
    const parsed = parseExpression(source)
    if (!parsed.ok) {
      problems.push({
        code: 'badExpression',
        path,
        question: place.id,
        expression: source,
        error: parsed.error,
      })
      return undefined
    }
    const read = readExpression(parsed.value)
    const listed = listReads(parsed.value, {
      node,
      candidate,
      root: places.document,
      resolve: name => [places.byId.get(name)].filter(found => found !== undefined),
    })
    for (const lost of listed.unknown) {
      const name = 'name' in lost ? lost.name : lost.path
      if ('path' in lost && candidate)
        problems.push({ code: 'unknownColumn', path, question: place.id, name })
      else problems.push({ code: 'unknownReference', path, question: place.id, name, at: lost.at })
    }
    for (const { shape, scope } of listed.reads)
      // A filter may look at what was chosen; that changes nothing it comes after.
      if ('repeats' in shape && !(candidate && shape === place))
        reads?.push({ place: shape as FormPlace, scope: node === place ? scope : 'all' })
    if (read.clock && reads) readsClock = true
    if (part[0] === 'calculation' && (read.random || read.once)) keepsCalculation = true
    return parsed.value
  }

  const optionsFrom = places.byId.get(sources.optionsFrom ?? '')
  if (optionsFrom) offerReads.push({ place: optionsFrom, scope: 'all' })
  else if (sources.optionsFrom !== undefined)
    problems.push({
      code: 'unknownReference',
      path: [...place.path, 'optionsFrom'],
      question: place.id,
      name: sources.optionsFrom,
      at: 0,
    })

  const expressions = {
    relevance: compile(sources.relevance, ['relevance'], valueReads),
    calculation: compile(
      sources.calculation,
      ['calculation'],
      place.question?.trigger ? undefined : valueReads,
    ),
    default: compile(sources.default, ['default'], undefined),
    // Of rows it is asked in each row, and may read anything there.
    choiceFilter: optionsFrom
      ? compile(sources.choiceFilter, ['choiceFilter'], offerReads, optionsFrom.parent, optionsFrom)
      : compile(sources.choiceFilter, ['choiceFilter'], offerReads, option),
    seed: compile(sources.randomize?.seed, ['randomize', 'seed'], offerReads),
    count: compile(sources.count, ['count'], offerReads),
    required: compile(sources.required, ['required'], verdictReads),
    readonly: compile(sources.readonly, ['readonly'], verdictReads),
    constraint: compile(sources.constraint?.expr, ['constraint', 'expr'], verdictReads),
    softConstraint: compile(sources.softConstraint?.expr, ['softConstraint', 'expr'], verdictReads),
  }
  for (const name of place.question?.trigger ?? []) {
    const trigger = places.byId.get(name)
    if (trigger) valueReads.push({ place: trigger, scope: 'own' })
    else
      problems.push({
        code: 'unknownReference',
        path: [...place.path, 'trigger'],
        question: place.id,
        name,
        at: 0,
      })
  }
  const names = namesInTexts(place)
  for (const name of names) {
    const named = places.byId.get(name)
    if (named) verdictReads.push({ place: named, scope: 'own' })
  }
  return {
    ...expressions,
    valueReads,
    offerReads,
    verdictReads,
    readsClock,
    keepsCalculation,
    hasLiveTexts: names.length > 0,
  }
}

const named = /\$\{\s*([^}\s]+)\s*\}/gu

/** Questions whose values stand in the label, hint or messages. */
function namesInTexts({ question, item }: FormPlace): readonly string[] {
  const texts = [
    question?.label,
    question?.hint,
    question?.constraint?.message,
    question?.requiredMessage,
    item && 'items' in item && 'label' in item ? item.label : undefined,
  ]
  const inOptions = question && 'options' in question ? namesInOptions(question.options) : []
  return [...texts.flatMap(namesIn), ...inOptions]
}

const namesIn = (text: LocalText | undefined): readonly string[] =>
  Object.values(text ?? {}).flatMap(words =>
    words.includes('${') ? Array.from(words.matchAll(named), ([, name = '']) => name) : [],
  )

/** Many questions may share a list of thousands. */
const namesByOptions = new WeakMap<readonly Option[], readonly string[]>()

function namesInOptions(options: readonly Option[]): readonly string[] {
  const known = namesByOptions.get(options)
  if (known) return known
  const names = options.flatMap(({ label }) => namesIn(label))
  namesByOptions.set(options, names)
  return names
}
