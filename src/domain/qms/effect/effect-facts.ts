import type { FormVersion } from '../../forms/form-version.ts'
import type { Answers, Evaluation } from './evaluation.ts'
import type { QmsFacts } from '../qms-facts.ts'

/** What somebody answered who was served; nothing of who. */
export interface CitizenAnswer {
  /** `YYYY-MM-DD` */
  readonly on: string
  readonly isSatisfied: boolean
}

/** A question outside repeats that feeds an indicator, and what was answered. */
export interface BaselineSurvey {
  readonly thing: string
  readonly on: string
  readonly valueOf: (indicator: string) => number | undefined
}

/** All that the indicators are computed from. */
export interface EffectFacts {
  readonly qms: QmsFacts
  /** The survey that was sent before the system was applied. */
  readonly survey: BaselineSurvey | undefined
  readonly citizens: readonly CitizenAnswer[]
  /** The newest evaluation that was not sent back, sent or not. */
  readonly evaluation: Evaluation | undefined
  /** The checklist of an audit report, for the scores of its items. */
  readonly findForm: (name: { readonly id: string; readonly version: string }) => FormVersion | undefined
  readonly dayOf: (ms: number) => string
}

/** A figure among answers; undefined when there is none. */
export function numberIn(answers: Answers, key: string): number | undefined {
  const value = answers[key]
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
