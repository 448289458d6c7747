import { createFormSession } from '../../src/domain/forms/form-session.ts'
import type { CompiledForm } from '../../src/domain/forms/compile-form.ts'
import type { AnswerValue, Question } from '../../src/domain/forms/form-version.ts'
import { splitKey, type RowsByRepeat } from '../../src/domain/forms/row.ts'

interface Filled {
  /** By key, what a person answered. */
  readonly answers: Readonly<Record<string, AnswerValue>>
  /** With the computed ones, as a move to `sent` carries them. */
  readonly sent: Readonly<Record<string, AnswerValue>>
}

/** Answers that complete any form without photos: those given, and something plausible wherever more is wanted. */
export function aFilledForm(
  form: CompiledForm,
  given: {
    readonly today: string
    readonly rows?: RowsByRepeat
    readonly answers?: Readonly<Record<string, AnswerValue>>
  },
): Filled {
  const { today, rows = {}, answers: wished = {} } = given
  const session = createFormSession(
    form,
    { answers: {}, files: {}, confirmed: {}, rows },
    { today: () => today },
  )
  const answers: Record<string, AnswerValue> = {}
  const set = (key: string, value: AnswerValue): void => {
    answers[key] = value
    session.setAnswer(key, value)
  }
  for (const key of session.keys()) {
    const wish = wished[key]
    if (wish !== undefined) set(key, wish)
  }
  for (let open = session.missing(); open.length > 0; open = session.missing()) {
    const key = open[0]?.questionId ?? ''
    const question = form.questions.get(splitKey(key).id)?.question
    const wanted = (): boolean => session.missing().some(one => one.questionId === key)
    for (const value of question ? plausible(question, today) : []) if (wanted()) set(key, value)
    if (wanted()) throw new Error(`${form.form.id}: nothing to answer ${key} with`)
  }
  return { answers, sent: session.exportedAnswers() }
}

/** What may do, the likeliest first. */
function plausible(question: Question, today: string): readonly AnswerValue[] {
  switch (question.type) {
    case 'date':
      return [today]
    case 'org_unit':
      return ['05977@2017-10-15']
    case 'text':
    case 'textarea':
      return ['Như thực tế']
    case 'integer':
    case 'decimal':
      return [2, 0]
    case 'select_one':
    case 'yes_no_partly':
      return question.options.map(({ value }) => value)
    case 'select_multiple':
      return question.options.map(({ value }) => [value])
    default:
      return []
  }
}
