import { answerToScalar } from './answer-to-scalar.ts'
import type { CompiledForm } from './compile-form.ts'
import { evaluate } from './expressions/evaluate.ts'
import type { AnswerValue } from './form-version.ts'
import { scalarToAnswer } from './scalar-to-answer.ts'
import { nowOf, type SessionClock } from './session-clock.ts'

/**
 * The answers a new response starts with: every `default`, evaluated once, in the order of the form; later ones see
 * earlier ones. A default that comes to nothing is left out.
 */
export function initialAnswers(
  compiled: CompiledForm,
  clock: SessionClock,
): Readonly<Record<string, AnswerValue>> {
  const answers = new Map<string, AnswerValue>()
  for (const [id, { question, expressions }] of compiled.questions) {
    if (!expressions.default) continue
    const value = evaluate(expressions.default, {
      valueOf: name => answerToScalar(answers.get(name)),
      self: '',
      today: clock.today,
      now: () => nowOf(clock),
    })
    const answer = value.ok ? scalarToAnswer(question, value.value) : undefined
    if (answer !== undefined) answers.set(id, answer)
  }
  return Object.fromEntries(answers)
}
