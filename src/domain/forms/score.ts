import { roundTo } from './expressions/number-functions.ts'
import type { Question, ScoreBand, Scoring } from './form-version.ts'
import type { QuestionState } from './question-state.ts'

/** A weighted mean under way. */
export type ScoreSum = {
  readonly earned: number
  readonly weight: number
}

export const noScore: ScoreSum = { earned: 0, weight: 0 }

export const addScores = (a: ScoreSum, b: ScoreSum): ScoreSum =>
  b.weight === 0 ? a : { earned: a.earned + b.earned, weight: a.weight + b.weight }

/** What one question adds: nothing when hidden, empty, invalid, without weight, or "not applicable". */
export function itemScore(question: Question, { relevant, value, verdict }: QuestionState): ScoreSum {
  const { weight } = question
  if (!weight || !relevant || verdict === 'invalid') return noScore
  if (question.type !== 'select_one' && question.type !== 'yes_no_partly') return noScore
  const score = question.options.find(option => option.value === value)?.score
  return score === undefined ? noScore : { earned: score * weight, weight }
}

/** 0 until 100, to two decimals; null when nothing counted. */
export const scoreToPercent = ({ earned, weight }: ScoreSum): number | null =>
  weight === 0 ? null : Math.min(100, roundTo((100 * earned) / weight, 2))

/** The last band whose `min` the total reaches. */
export const bandOf = (scoring: Scoring | undefined, total: number | null): ScoreBand | null =>
  total === null ? null : (scoring?.bands.findLast(band => total >= band.min) ?? null)
