import { answerToScalar } from './answer-to-scalar.ts'
import type { CompiledForm, FormNode } from './compile-form.ts'
import { toBoolean } from './expressions/coerce.ts'
import { evaluate } from './expressions/evaluate.ts'
import type { Expression } from './expressions/expression.ts'
import type { Scalar } from './expressions/scalar.ts'
import type { AnswerValue } from './form-version.ts'
import { scalarToAnswer } from './scalar-to-answer.ts'
import { nowOf, type SessionClock } from './session-clock.ts'

/** What persons gave, by question. */
export interface SessionInputs {
  readonly answers: ReadonlyMap<string, AnswerValue>
  readonly files: ReadonlyMap<string, readonly string[]>
}

export interface SessionValues {
  readonly isRelevant: (key: string) => boolean
  /** The answer as it counts: computed, or given; undefined while hidden or empty. */
  readonly answerOf: (key: string) => AnswerValue | undefined
  /** Whether an expression about a question holds; `otherwise` when it cannot be brought to its end. */
  readonly holds: (expression: Expression, key: string, otherwise: boolean) => boolean
  /**
   * Computes some places anew, and whatever reads what changed, in one pass along the order.
   * Returns the questions whose verdict may be another now.
   */
  readonly recompute: (places: Iterable<number>) => readonly FormNode[]
}

/** Relevance and values of everything in a form. Nothing is computed before the first `recompute`. */
export function createSessionValues(
  { nodes }: CompiledForm,
  { answers, files }: SessionInputs,
  clock: SessionClock,
): SessionValues {
  const placeOf = new Map(nodes.map((node, place) => [node.key, place]))
  const relevant: boolean[] = nodes.map(() => false)
  const current: (AnswerValue | undefined)[] = nodes.map(() => undefined)
  const scalars: Scalar[] = nodes.map(() => '')
  const now = (): string => nowOf(clock)
  const placeMust = (key: string): number => {
    const place = placeOf.get(key)
    if (place === undefined) throw new Error(`The form has no ${key}`)
    return place
  }
  const valueOf = (name: string): Scalar => scalars[placeMust(name)] ?? ''

  const holds = (expression: Expression, self: Scalar, otherwise: boolean): boolean => {
    const value = evaluate(expression, { valueOf, self, today: clock.today, now })
    return value.ok ? toBoolean(value.value) : otherwise
  }

  function isRelevantNow({ expressions, question }: FormNode): boolean {
    if (question && relevant[placeMust(question.sectionId)] !== true) return false
    // An expression that fails must not make a question disappear.
    return expressions.relevance === undefined || holds(expressions.relevance, '', true)
  }

  function answerNow({ key, expressions, question }: FormNode): AnswerValue | undefined {
    if (!question) return undefined
    if (question.question.type === 'photo' || question.question.type === 'signature') return files.get(key)
    const given = answers.get(key)
    if (!expressions.calculation) return given
    const context = { valueOf, self: answerToScalar(given), today: clock.today, now }
    const value = evaluate(expressions.calculation, context)
    return value.ok ? scalarToAnswer(question.question, value.value) : undefined
  }

  /** True when what others read of the place changed. */
  function compute(place: number, node: FormNode): boolean {
    const isRelevant = isRelevantNow(node)
    const answer = isRelevant ? answerNow(node) : undefined
    const scalar = answerToScalar(answer)
    const isSame = Object.is(scalar, scalars[place]) && isRelevant === relevant[place]
    relevant[place] = isRelevant
    current[place] = answer
    scalars[place] = scalar
    return !isSame
  }

  return {
    isRelevant: key => relevant[placeMust(key)] === true,
    answerOf: key => current[placeMust(key)],
    holds: (expression, key, otherwise) => holds(expression, valueOf(key), otherwise),
    recompute(places) {
      const isDue = new Uint8Array(nodes.length)
      const isVerdictDue = new Uint8Array(nodes.length)
      for (const place of places) isDue[place] = 1
      nodes.forEach((node, place) => {
        if (isDue[place] === 0) return
        isVerdictDue[place] = 1
        if (!compute(place, node)) return
        for (const reader of node.valueReaders) isDue[reader] = 1
        for (const reader of node.verdictReaders) isVerdictDue[reader] = 1
      })
      return nodes.filter((node, place) => isVerdictDue[place] === 1 && node.question)
    },
  }
}
