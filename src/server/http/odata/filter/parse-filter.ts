import { err, ok, type Result } from '../../../../lib/result.ts'
import type { EdmType, EdmValue, Properties } from '../edm.ts'
import type { Comparison, Filter, FilterType } from './filter.ts'
import { filterFunctions } from './filter-functions.ts'
import { readTokens } from './read-tokens.ts'

export type FilterProblem =
  | { readonly type: 'filterNotUnderstood'; readonly near: string }
  | { readonly type: 'filterTooLong' }
  | { readonly type: 'propertyUnknown'; readonly name: string }
  | { readonly type: 'functionUnknown'; readonly name: string }
  | { readonly type: 'typesDiffer'; readonly left: string; readonly right: string }

const mostCharacters = 4_000
const mostLevels = 60
const comparisons: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] satisfies Comparison[]

class Refused extends Error {
  readonly problem: FilterProblem
  constructor(problem: FilterProblem) {
    super(problem.type)
    this.problem = problem
  }
}

/**
 * Parses the part of `$filter` (OData 4.0 part 2, 5.1.1) that the feed has: and, or, not, comparisons, `in`, brackets
 * and the functions of `filterFunctions`, over the properties of one entity type.
 */
export function parseFilter(text: string, properties: Properties): Result<Filter, FilterProblem> {
  if (text.length > mostCharacters) return err({ type: 'filterTooLong' })
  const read = readTokens(text)
  if (!read.ok) return err({ type: 'filterNotUnderstood', near: text.slice(read.error, read.error + 20) })
  const tokens = read.value
  let at = 0
  let level = 0

  const refuseHere = (): never => {
    const near = tokens.slice(at, at + 3).map(token => token.text)
    throw new Refused({ type: 'filterNotUnderstood', near: near.join(' ') })
  }
  const isNext = (kind: 'word' | 'sign', given: string): boolean =>
    tokens[at]?.kind === kind && tokens[at]?.text === given
  function take(kind: 'word' | 'sign', given: string): boolean {
    const isIt = isNext(kind, given)
    if (isIt) at += 1
    return isIt
  }
  const mustTake = (sign: string): void => void (take('sign', sign) || refuseHere())

  function deeper<T>(parse: () => T): T {
    level += 1
    if (level > mostLevels) throw new Refused({ type: 'filterTooLong' })
    const parsed = parse()
    level -= 1
    return parsed
  }

  /** `or` binds least, then `and`, then `not`. */
  function parseChain(word: 'or' | 'and', parseOne: () => Filter): Filter {
    let left = parseOne()
    while (take('word', word)) {
      const right = parseOne()
      left = { kind: word, type: 'Edm.Boolean', left: mustBe(left), right: mustBe(right) }
    }
    return left
  }
  const parseOr = (): Filter => parseChain('or', parseAnd)
  const parseAnd = (): Filter => parseChain('and', parseNot)
  const parseNot = (): Filter =>
    take('word', 'not')
      ? { kind: 'not', type: 'Edm.Boolean', of: mustBe(deeper(parseNot)) }
      : parseComparison()

  function parseComparison(): Filter {
    const left = parseOperand()
    const token = tokens[at]
    if (token?.kind !== 'word') return left
    if (take('word', 'in')) return parseIn(left)
    if (!comparisons.includes(token.text)) return left
    at += 1
    const by = token.text as Comparison
    const right = parseOperand()
    mustCompare(left.type, right.type)
    return { kind: 'compare', type: 'Edm.Boolean', by, left, right }
  }

  function parseIn(left: Filter): Filter {
    const among: EdmValue[] = []
    mustTake('(')
    do {
      const token = tokens[at]
      if (token?.kind !== 'value') return refuseHere()
      mustCompare(left.type, token.type)
      among.push(token.value)
      at += 1
    } while (take('sign', ','))
    mustTake(')')
    return { kind: 'in', type: 'Edm.Boolean', left, among }
  }

  function parseOperand(): Filter {
    const token = tokens[at]
    if (take('sign', '(')) {
      const inner = deeper(parseOr)
      mustTake(')')
      return inner
    }
    if (!token || token.kind === 'sign') return refuseHere()
    at += 1
    if (token.kind === 'value') return { kind: 'literal', type: token.type, value: token.value }
    if (token.text === 'null') return { kind: 'literal', type: 'null', value: null }
    if (isNext('sign', '(')) return parseCall(token.text)
    const type = Object.hasOwn(properties, token.text) ? properties[token.text] : undefined
    if (!type) throw new Refused({ type: 'propertyUnknown', name: token.text })
    return { kind: 'property', type, name: token.text }
  }

  function parseCall(name: string): Filter {
    const called = filterFunctions.get(name)
    if (!called) throw new Refused({ type: 'functionUnknown', name })
    mustTake('(')
    const given = called.takes.map((type, index) => {
      if (index > 0) mustTake(',')
      return mustBe(deeper(parseOr), type)
    })
    mustTake(')')
    return { kind: 'call', type: called.gives, name, given }
  }

  try {
    const filter = mustBe(parseOr())
    return at === tokens.length ? ok(filter) : refuseHere()
  } catch (error) {
    if (error instanceof Refused) return err(error.problem)
    throw error
  }
}

function mustBe(filter: Filter, type: EdmType = 'Edm.Boolean'): Filter {
  if (filter.type !== type && filter.type !== 'null') refuseTypes(filter.type, type)
  return filter
}

function mustCompare(left: FilterType, right: FilterType): void {
  const isFine = left === 'null' || right === 'null' || kindOf(left) === kindOf(right)
  if (!isFine) refuseTypes(left, right)
}

const kindOf = (type: EdmType): string => (type === 'Edm.Int32' ? 'Edm.Double' : type)

function refuseTypes(left: FilterType, right: FilterType): never {
  throw new Refused({ type: 'typesDiffer', left, right })
}
