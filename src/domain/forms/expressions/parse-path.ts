import { err, ok, type Result } from '../../../lib/result.ts'
import { grow, isMark, nest, tokenAt, unexpected, type Cursor, type Parsed } from './cursor.ts'
import { axes, isPath, type Axis, type Expression, type PathStep } from './expression.ts'
import type { ExpressionError } from './expression-error.ts'

type ParsedList<T> = Result<{ readonly list: readonly T[]; readonly height: number }, ExpressionError>
type ParsedStep = Result<{ readonly step: PathStep; readonly height: number }, ExpressionError>
type Parse = (cursor: Cursor) => Parsed

const anywhereBelow: PathStep = { axis: 'descendant-or-self', test: 'node()', predicates: [] }
/** Tests for nodes that forms do not have. */
const otherNodeTests = new Set(['text', 'comment', 'processing-instruction'])

/** True where a path goes on or begins: a name that is no function, `*`, `.` or `..`. */
export function isStepAhead(cursor: Cursor): boolean {
  const { type, text } = tokenAt(cursor)
  if (type === 'mark') return text === '*' || text === '.' || text === '..'
  return type === 'name' && (!isMark(cursor, '(', 1) || text === 'node' || otherNodeTests.has(text))
}

/** Reads what begins with `/`, `//` or a step. */
export function parsePath(cursor: Cursor, parseInner: Parse): Parsed {
  const from = isMark(cursor, '/') || isMark(cursor, '//') ? 'root' : 'context'
  return parseSteps(cursor, { from, predicates: [], at: tokenAt(cursor).at, height: 0 }, parseInner)
}

/** Reads the predicates and steps that follow a part: `${rep}[2]/name`. */
export function parseTail(cursor: Cursor, start: Parsed, parseInner: Parse): Parsed {
  if (!start.ok || !(isMark(cursor, '[') || isMark(cursor, '/') || isMark(cursor, '//'))) return start
  const { expression, height } = start.value
  if (!isPath(expression)) return err({ type: 'pathExpected', at: expression.at })
  const predicates = parsePredicates(cursor, parseInner)
  if (!predicates.ok) return predicates
  const from = {
    from: expression,
    predicates: predicates.value.list,
    at: expression.at,
    height: Math.max(height, predicates.value.height),
  }
  return parseSteps(cursor, from, parseInner)
}

interface Start {
  readonly from: 'root' | 'context' | Expression
  readonly predicates: readonly Expression[]
  readonly at: number
  readonly height: number
}

function parseSteps(cursor: Cursor, start: Start, parseInner: Parse): Parsed {
  const { from, predicates, at } = start
  const steps: PathStep[] = []
  let { height } = start
  let isFirst = true
  for (;;) {
    if (isMark(cursor, '//')) {
      cursor.next++
      steps.push(anywhereBelow)
    } else if (isMark(cursor, '/')) {
      cursor.next++
      if (from === 'root' && isFirst && !isStepAhead(cursor)) break
    } else if (!(isFirst && from === 'context')) break
    isFirst = false
    const parsed = parseStep(cursor, parseInner)
    if (!parsed.ok) return parsed
    height = Math.max(height, parsed.value.height)
    addStep(steps, parsed.value.step)
  }
  if (from === 'context' && steps.length === 0) return grow({ type: 'self', at }, 0)
  const end = cursor.tokens[cursor.next - 1]?.end ?? at
  const text = cursor.source.slice(at - cursor.base, end - cursor.base)
  return grow({ type: 'path', from, predicates, steps, text, at }, height)
}

/** Leaves out steps that go nowhere, and makes one of two where `//` is followed by a plain name. */
function addStep(steps: PathStep[], step: PathStep): void {
  const isPlain = step.predicates.length === 0
  if (isPlain && step.axis === 'self' && step.test === 'node()' && steps.at(-1) !== anywhereBelow) return
  if (isPlain && step.axis === 'child' && steps.at(-1) === anywhereBelow) {
    steps.pop()
    steps.push({ ...step, axis: 'descendant' })
  } else steps.push(step)
}

function parseStep(cursor: Cursor, parseInner: Parse): ParsedStep {
  if (!isStepAhead(cursor)) return unexpected(cursor)
  let axis: Axis = 'child'
  let test = 'node()'
  if (isMark(cursor, '.')) axis = 'self'
  else if (isMark(cursor, '..')) axis = 'parent'
  else {
    if (tokenAt(cursor).type === 'name' && isMark(cursor, '::', 1)) {
      const named = axes.find(name => name === tokenAt(cursor).text)
      if (!named) return unexpected(cursor)
      axis = named
      cursor.next += 2
    }
    const { type, text, at } = tokenAt(cursor)
    if (type !== 'name' && !isMark(cursor, '*')) return unexpected(cursor)
    if (isMark(cursor, '(', 1)) {
      if (otherNodeTests.has(text)) return err({ type: 'unsupportedFunction', at, name: text })
      if (text !== 'node') return unexpected(cursor)
      cursor.next += 2
      if (!isMark(cursor, ')')) return unexpected(cursor)
    } else test = text
  }
  cursor.next++
  const predicates = parsePredicates(cursor, parseInner)
  if (!predicates.ok) return predicates
  const { list, height } = predicates.value
  return ok({ step: { axis, test, predicates: list }, height })
}

function parsePredicates(cursor: Cursor, parseInner: Parse): ParsedList<Expression> {
  const list: Expression[] = []
  let height = 0
  while (isMark(cursor, '[')) {
    cursor.next++
    const predicate = nest(cursor, parseInner)
    if (!predicate.ok) return predicate
    if (!isMark(cursor, ']')) return unexpected(cursor)
    cursor.next++
    list.push(predicate.value.expression)
    height = Math.max(height, predicate.value.height)
  }
  return ok({ list, height })
}
