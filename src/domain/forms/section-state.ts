import type { CompiledQuestion } from './compile-form.ts'
import { isTypedByPerson } from './is-typed-by-person.ts'
import type { QuestionState } from './question-state.ts'
import { addScores, itemScore, noScore, scoreToPercent, type ScoreSum } from './score.ts'

/** How many of the visible questions that persons answer stand how. `invalid` leaves out `unconfirmed`. */
export type Progress = {
  readonly answered: number
  readonly total: number
  readonly missing: number
  readonly invalid: number
  readonly unconfirmed: number
}

export type SectionState = Progress & {
  /** Visible, and with a visible question. */
  readonly relevant: boolean
  /** 0 until 100, or null when nothing in it counts. */
  readonly score: number | null
}

export const noProgress: Progress = { answered: 0, total: 0, missing: 0, invalid: 0, unconfirmed: 0 }

export const addProgress = (a: Progress, b: Progress): Progress => ({
  answered: a.answered + b.answered,
  total: a.total + b.total,
  missing: a.missing + b.missing,
  invalid: a.invalid + b.invalid,
  unconfirmed: a.unconfirmed + b.unconfirmed,
})

/** Counts the questions of a section. `sum` is kept apart, for the score of the whole form. */
export function summarizeSection(
  questions: readonly CompiledQuestion[],
  stateOf: (id: string) => QuestionState,
): { readonly state: SectionState; readonly sum: ScoreSum } {
  const counts: { -readonly [name in keyof Progress]: number } = { ...noProgress }
  let relevant = false
  let sum = noScore
  for (const { question } of questions) {
    const state = stateOf(question.id)
    if (!state.relevant) continue
    relevant = true
    const { verdict } = state
    if (verdict === 'missing' || verdict === 'invalid' || verdict === 'unconfirmed') counts[verdict]++
    if (isTypedByPerson(question)) {
      counts.total++
      if (verdict !== 'empty' && verdict !== 'missing') counts.answered++
    }
    sum = addScores(sum, itemScore(question, state))
  }
  return { state: { ...counts, relevant, score: scoreToPercent(sum) }, sum }
}
