/** A text by language. `vi` and `en` are always there. */
export type LocalText = Readonly<Record<string, string>>

/** The file name of a picture: one for every language, or one by language. */
export type ImageName = string | LocalText

/**
 * What a question is answered with. A date is `YYYY-MM-DD`, a time `HH:mm:ss.SSS+07:00`, a dateTime the two with `T`
 * between, a geopoint `latitude longitude altitude accuracy`, as ODK writes them; several choices stand in the order
 * of the options, ranked ones in the order given.
 */
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
  /** A unit fills it any number of times: once for each person asked, session held, office audited. */
  readonly repeatable?: boolean
  /** Answers are kept without author and device. */
  readonly anonymous?: boolean
  /** The language that XLSForm calls default; `vi` unless given. */
  readonly defaultLanguage?: string
  /** Names of languages other than `vi` and `en`, by code: `{ fr: 'Français' }`. */
  readonly languages?: Readonly<Record<string, string>>
  /** Options shared by several questions, or chosen by `choiceFilter`, by list name. */
  readonly choiceLists?: Readonly<Record<string, readonly Option[]>>
  /** Attached CSV files for `pulldata()` and `instance()`, by name without ending: header, then rows. */
  readonly tables?: Readonly<Record<string, readonly (readonly string[])[]>>
  /** SHA-256 of the pictures that came along with the form, by the file name that questions and options know. */
  readonly media?: Readonly<Record<string, string>>
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

/** A page of the form: one group at its top, or a run of questions that stand in none. */
export interface Section {
  readonly id: string
  readonly title: LocalText
  readonly hint?: LocalText
  readonly relevance?: string
  readonly appearance?: string
  /** No group: its items stand at the root of the form, and paths do not name it. */
  readonly isLoose?: boolean
  readonly items: readonly FormItem[]
}

export type FormItem = Question | Group | Repeat

export interface Group {
  readonly type: 'group'
  readonly id: string
  /** In paths and in XLSForm; the id unless given. */
  readonly name?: string
  readonly label?: LocalText
  readonly hint?: LocalText
  readonly relevance?: string
  /** Words of XLSForm: `field-list`, `table-list` … */
  readonly appearance?: string
  readonly items: readonly FormItem[]
}

/** A group that is filled any number of times; each time is a row. */
export interface Repeat extends Omit<Group, 'type'> {
  readonly type: 'repeat'
  /** Expression: how many rows there are. Without it people add and remove rows. */
  readonly count?: string
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
  /** A picture that stands for it; its bytes are in `media`. */
  readonly image?: ImageName
  /** Further columns of the choices sheet, which `choiceFilter` reads. */
  readonly columns?: Readonly<Record<string, string>>
}

/** Common to all questions. Texts that are expressions are marked so. */
interface QuestionBase {
  /** Unique in the form; in expressions `${id}`. */
  readonly id: string
  /** In paths and in XLSForm; the id unless given. */
  readonly name?: string
  readonly label: LocalText
  readonly hint?: LocalText
  /** A picture beside the label; its bytes are in `media`. */
  readonly image?: ImageName
  /** Or an expression. */
  readonly required: boolean | string
  readonly requiredMessage?: LocalText
  /** Expression: hidden unless true. */
  readonly relevance?: string
  readonly constraint?: Constraint
  /** Warns; the person may confirm the value. */
  readonly softConstraint?: Constraint
  /** Expression: the answer is computed and cannot be typed. */
  readonly calculation?: string
  /** Expression, evaluated once when a response, or the row it stands in, is started. */
  readonly default?: string
  /** The calculation or default runs only when the value of one of these changes. */
  readonly trigger?: readonly string[]
  /** Or an expression. */
  readonly readonly?: boolean | string
  /** Words of XLSForm: `minimal`, `likert`, `columns`, `numbers`, `multiline` … */
  readonly appearance?: string
  /** XLSForm's parameters: `{ 'max-pixels': '1024' }`. */
  readonly parameters?: Readonly<Record<string, string>>
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
  readonly type:
    | 'text'
    | 'textarea'
    | 'date'
    | 'time'
    | 'dateTime'
    | 'geopoint'
    | 'photo'
    | 'signature'
    | 'audio'
    | 'file'
    | 'barcode'
    | 'acknowledge'
    | 'note'
    | 'hidden'
    | 'org_unit'
}

/** Known without asking: when the response was begun and ended, on what day, by whom, on which tablet. */
export interface MetadataQuestion extends QuestionBase {
  readonly type: 'metadata'
  readonly source:
    'start' | 'end' | 'today' | 'username' | 'deviceid' | 'email' | 'phonenumber' | 'instanceID'
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
  readonly type: 'select_one' | 'select_multiple' | 'yes_no_partly' | 'rank'
  /** Filled in from `list` by `parseFormVersion` where a list is named. */
  readonly options: readonly Option[]
  /** Name in `choiceLists`. */
  readonly list?: string
  /** Id of a question in a repeat whose answers, one of each row, are the options; there are no others then. */
  readonly optionsFrom?: string
  /** Expression over the columns of an option (`name`, `label`, others) and `${questions}`: shown when true. With `optionsFrom` it is asked of each row. */
  readonly choiceFilter?: string
  /** Options in an order of chance; `seed` is a number or an expression that gives one. */
  readonly randomize?: { readonly seed?: string }
  /** The list came with `or_other`: its last option is `other`, and the question `<id>_other` asks which. */
  readonly orOther?: boolean
}

export type Question =
  PlainQuestion | MetadataQuestion | CalculateQuestion | NumberQuestion | ScaleQuestion | ChoiceQuestion
