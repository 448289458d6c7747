import type { Scalar } from './expressions/scalar.ts'
import type { AnswerValue } from './form-version.ts'

/** What expressions see of an answer. Nothing but spaces is nothing. */
export function answerToScalar(answer: AnswerValue | undefined): Scalar {
  if (answer === undefined) return ''
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : ''
  if (typeof answer === 'string') return answer.trim() === '' ? '' : answer
  return answer.join(' ')
}
