/** Answers by key, a question in a row as `id@row`. */
export type Answers = Readonly<Record<string, unknown>>

export const evaluationFormId = 'effectiveness_3m'

/** The form of the evaluation after three months, as far as it is filled. */
export interface Evaluation {
  readonly thing: string
  readonly isSent: boolean
  /** The day it was sent, `YYYY-MM-DD`. */
  readonly on: string | undefined
  readonly answers: Answers
  /** How far the system is lived by: 0–100; undefined until that is answered. */
  readonly useScore: number | undefined
}

/** What the evaluators conclude; codes of the form's options. */
export interface Conclusion {
  readonly verdict: 'good' | 'ok' | 'weak' | 'none'
  readonly basis: string
  readonly proposals: readonly string[]
  readonly changes: readonly string[]
  readonly problems: readonly string[]
  readonly lessons: string
}

/** Undefined while nobody has concluded. */
export function readConclusion({ answers }: Evaluation): Conclusion | undefined {
  const verdict = (['good', 'ok', 'weak', 'none'] as const).find(known => known === answers['ef_c1'])
  const text = (key: string): string => (typeof answers[key] === 'string' ? answers[key] : '')
  const list = (key: string): readonly string[] =>
    Array.isArray(answers[key]) ? answers[key].filter(one => typeof one === 'string') : []
  return (
    verdict && {
      verdict,
      basis: text('ef_c2'),
      proposals: list('ef_c3'),
      changes: list('ef_u6'),
      problems: list('ef_u7'),
      lessons: text('ef_u8'),
    }
  )
}
