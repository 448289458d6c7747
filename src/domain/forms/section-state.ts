import type { Instance } from './instance.ts'
import { isTypedByPerson } from './is-typed-by-person.ts'
import { isBlocking, type BlockingVerdict, type QuestionState } from './question-state.ts'
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

export type SectionSummary = {
  readonly state: SectionState
  /** Kept apart, for the score of the whole form. */
  readonly sum: ScoreSum
  /** What blocks sending, in the order of the form. */
  readonly open: readonly { readonly key: string; readonly verdict: BlockingVerdict }[]
}

/** Counts the questions of a section. */
export function summarizeSection(
  questions: readonly Instance[],
  stateOf: (key: string) => QuestionState,
): SectionSummary {
  const counts: { -readonly [name in keyof Progress]: number } = { ...noProgress }
  const open: { readonly key: string; readonly verdict: BlockingVerdict }[] = []
  let relevant = false
  let sum = noScore
  for (const { key, node } of questions) {
    const state = stateOf(key)
    const { question } = node
    if (!state.relevant || !question) continue
    relevant = true
    const { verdict } = state
    if (isBlocking(verdict)) {
      counts[verdict]++
      open.push({ key, verdict })
    }
    if (isTypedByPerson(question)) {
      counts.total++
      if (verdict !== 'empty' && verdict !== 'missing') counts.answered++
    }
    sum = addScores(sum, itemScore(question, state))
  }
  return { state: { ...counts, relevant, score: scoreToPercent(sum) }, sum, open }
}
