/** A text by language. `vi` and `en` are always there. */
export type LocalText = Readonly<Record<string, string>>

/** What a question is answered with. Dates are `YYYY-MM-DD`; several choices stand in the order of the options. */
export type AnswerValue = string | number | readonly string[]

/** One edition of a form: immutable, named by `id` and `version`. A response is judged against its own, for ever. */
export interface FormVersion {
  readonly schema: 'form/1'
  readonly id: string
  readonly version: string
  readonly kind: string
  /** The standard asked about, such as `TCVN ISO 9001:2008`. */
  readonly standard?: string
  readonly title: LocalText
  readonly description?: LocalText
  readonly estimatedMinutes?: number
  readonly respondentRoles?: readonly string[]
  readonly filledByRoles?: readonly string[]
  readonly scoring?: Scoring
  readonly sections: readonly Section[]
}

/** Score = 100 × Σ(option score × weight) ÷ Σ weight, over what is visible, answered and not "not applicable". */
export interface Scoring {
  readonly method: 'weighted_mean'
  readonly bySection?: boolean
  /** From low to high; a score belongs to the last band whose `min` it reaches. */
  readonly bands: readonly ScoreBand[]
  /** For people: how an item is scored, and where the bands come from. */
  readonly perItem?: string
  readonly bandBasis?: string
}

export type ScoreBand = {
  readonly id: string
  readonly min: number
  readonly max: number
  readonly label: LocalText
}

export interface Section {
  readonly id: string
  readonly title: LocalText
  readonly hint?: LocalText
  readonly relevance?: string
  readonly questions: readonly Question[]
}

/** An expression that has to be true of an answer, and what to say when it is not. */
export interface Constraint {
  readonly expr: string
  readonly message: LocalText
}

export interface Option {
  readonly value: string
  readonly label: LocalText
  /** 0 until 1. An option without one, such as "not applicable", is not counted. */
  readonly score?: number
  /** Choosing it clears the others. */
  readonly exclusive?: boolean
}

/** Common to all questions. Texts that are expressions are marked so. */
interface QuestionBase {
  readonly id: string
  readonly label: LocalText
  readonly hint?: LocalText
  /** Or an expression. */
  readonly required: boolean | string
  /** Expression: hidden unless true. */
  readonly relevance?: string
  readonly constraint?: Constraint
  /** Warns; the person may confirm the value. */
  readonly softConstraint?: Constraint
  /** Expression: the answer is computed and cannot be typed. */
  readonly calculation?: string
  /** Expression, evaluated once when a response is started. */
  readonly default?: string
  readonly readonly?: boolean
  /** Clauses of the standard. */
  readonly clause?: readonly string[]
  readonly weight?: number
  readonly critical?: boolean
  readonly gate?: 'must' | 'should'
  readonly evidence?: Evidence
  /** What the person who asks should ask to see. */
  readonly evidenceToSee?: LocalText
  /** The figure of the programme that this answer feeds. */
  readonly indicator?: string
}

/** What may be attached to an answer. */
export interface Evidence {
  readonly note?: boolean
  readonly photo?: 'optional' | 'required'
}

export interface PlainQuestion extends QuestionBase {
  readonly type: 'text' | 'textarea' | 'date' | 'photo' | 'signature' | 'note' | 'org_unit'
}

export interface CalculateQuestion extends QuestionBase {
  readonly type: 'calculate'
  readonly calculation: string
  readonly unit?: LocalText
}

export interface NumberQuestion extends QuestionBase {
  readonly type: 'integer' | 'decimal'
  readonly unit?: LocalText
  readonly min?: number
  readonly max?: number
}

export interface ScaleQuestion extends QuestionBase {
  readonly type: 'rating' | 'range'
  readonly unit?: LocalText
  readonly min: number
  readonly max: number
  /** 1 unless given. */
  readonly step?: number
}

export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'select_one' | 'select_multiple' | 'yes_no_partly'
  readonly options: readonly Option[]
}

export type Question = PlainQuestion | CalculateQuestion | NumberQuestion | ScaleQuestion | ChoiceQuestion
