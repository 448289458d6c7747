import type { AnswerValue, LocalText } from '../forms/form-version.ts'

/** The right answers of a quiz. Only the server has it; a tablet gets what it needs of it with the result. */
export interface QuizKey {
  readonly form: string
  readonly version: string
  /** Percent of right answers from which on the quiz is passed. */
  readonly passMark: number
  readonly answers: Readonly<Record<string, readonly string[]>>
  readonly explanations: Readonly<Record<string, LocalText>>
}

/** What comes back when a quiz was sent. */
export type QuizResult = {
  /** Percent, to one decimal. */
  readonly total: number
  readonly isPassed: boolean
  readonly passMark: number
  /** By question: whether the answer was right, what would have been, and why. */
  readonly questions: Readonly<
    Record<
      string,
      { readonly isRight: boolean; readonly right: readonly string[]; readonly why: LocalText | null }
    >
  >
}

/** Grades a quiz: one point for a question answered with exactly the right options, none for any other. */
export function gradeQuiz(key: QuizKey, answers: Readonly<Record<string, AnswerValue>>): QuizResult {
  const questions = Object.entries(key.answers).map(([question, right]) => {
    const isRight = isSame(right, answers[question])
    return [question, { isRight, right, why: key.explanations[question] ?? null }] as const
  })
  const count = questions.filter(([, { isRight }]) => isRight).length
  const total = questions.length === 0 ? 0 : Math.round((count / questions.length) * 1000) / 10
  return {
    total,
    isPassed: total >= key.passMark,
    passMark: key.passMark,
    questions: Object.fromEntries(questions),
  }
}

function isSame(right: readonly string[], answer: AnswerValue | undefined): boolean {
  const given = new Set(Array.isArray(answer) ? (answer as readonly string[]) : [String(answer ?? '')])
  return given.size === right.length && right.every(value => given.has(value))
}
