import type { ResponseState } from '../responses/response-state.ts'

/** How answers are written into a table, in the way of ODK and KoboToolbox. */
export interface ExportOptions {
  /** `codes`: names of questions and options as XLSForm has them; else the language of their labels. */
  readonly language: string
  /** Beside the one column of several choices, one column for each option. */
  readonly splitMultiple: boolean
  /** Headers name the groups that a question stands in: `group/question`. */
  readonly groupNames: boolean
}

export const asCodes = 'codes'

/** What is known of a response besides its answers, in the order of the columns. */
export const exportedFacts = [
  '_unit_code',
  '_unit_name',
  '_district',
  '_form',
  '_version',
  '_state',
  '_started_at',
  '_sent_at',
  '_approved_at',
  '_sent_by',
  '_score',
  '_score_band',
] as const
export type ExportedFact = (typeof exportedFacts)[number]

/** The app's words in the language of the labels; with codes nothing is put into words. */
export interface ExportWords {
  readonly facts: Readonly<Record<ExportedFact, string>>
  readonly states: Readonly<Record<ResponseState, string>>
  readonly note: string
  readonly files: string
  readonly place: Readonly<Record<'latitude' | 'longitude' | 'altitude' | 'precision', string>>
}
