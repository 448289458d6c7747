import { answerToScalar } from './answer-to-scalar.ts'
import type { CompiledExpressions } from './compile-expressions.ts'
import type { Expression } from './expressions/expression.ts'
import { findAnswerFault } from './find-answer-fault.ts'
import type { AnswerValue, Option, Question } from './form-version.ts'
import { isTypedByPerson } from './is-typed-by-person.ts'
import { isSameAnswer } from './is-same-answer.ts'
import type { AnswerProblem, QuestionState } from './question-state.ts'

/** What a visible question's verdict depends on. */
export interface AnswerSituation {
  readonly answer: AnswerValue | undefined
  /** What its filter offers now; undefined: all of the question's. */
  readonly options?: readonly Option[] | undefined
  readonly files: readonly string[]
  /** The value the person stood by when a soft constraint warned. */
  readonly confirmed: AnswerValue | undefined
  readonly holds: (expression: Expression, otherwise: boolean) => boolean
}

export const hiddenState: QuestionState = { relevant: false, required: false, value: null, verdict: 'empty' }

/**
 * How a visible question stands. Constraints do not run on an empty answer; one that cannot be evaluated does not
 * stand in the person's way.
 */
export function judgeAnswer(
  question: Question,
  expressions: CompiledExpressions,
  situation: AnswerSituation,
): QuestionState {
  const { answer, options, files, confirmed, holds } = situation
  const asked = expressions.required ? holds(expressions.required, false) : question.required === true
  const isLocked = expressions.readonly ? holds(expressions.readonly, false) : question.readonly === true
  const required = asked && isTypedByPerson(question)
  const value = answer === undefined || answer === '' || isEmptyList(answer) ? null : answer
  const state = { relevant: true, required, value, ...(isLocked ? { readonly: true as const } : {}) }

  if (answer === undefined || answerToScalar(answer) === '')
    return required
      ? { ...state, verdict: 'missing', problem: missing(question) }
      : { ...state, verdict: 'empty' }

  // Of what is not offered nothing can be chosen, nor asked to be put in order.
  const offered = options && 'options' in question ? { ...question, options } : question
  const fault = findAnswerFault(offered, answer)
  if (fault) return { ...state, verdict: 'invalid', problem: { code: fault } }
  if (expressions.constraint && question.constraint && !holds(expressions.constraint, true))
    return {
      ...state,
      verdict: 'invalid',
      problem: { code: 'constraint', message: question.constraint.message },
    }
  if (question.evidence?.photo === 'required' && files.length === 0 && answer !== 'na')
    return { ...state, verdict: 'missing', problem: { code: 'photoRequired' } }
  if (expressions.softConstraint && question.softConstraint && !isSameAnswer(answer, confirmed)) {
    const { message } = question.softConstraint
    if (!holds(expressions.softConstraint, true))
      return { ...state, verdict: 'unconfirmed', problem: { code: 'softConstraint', message } }
  }
  return { ...state, verdict: 'ok' }
}

const isEmptyList = (answer: AnswerValue): boolean => typeof answer === 'object' && answer.length === 0

const missing = ({ requiredMessage }: Question): AnswerProblem =>
  requiredMessage ? { code: 'required', message: requiredMessage } : { code: 'required' }
