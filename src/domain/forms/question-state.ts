import type { AnswerFault } from './find-answer-fault.ts'
import type { AnswerValue, LocalText } from './form-version.ts'

/**
 * ```
 *  hidden, or nothing given and nothing asked ─▶ empty
 *  nothing given but required ────────────────▶ missing      ┐
 *  not an answer to this question ────────────▶ invalid      ├ block sending
 *  breaks a soft constraint, not confirmed ───▶ unconfirmed  ┘
 *  else ──────────────────────────────────────▶ ok
 * ```
 */
export type Verdict = 'ok' | 'empty' | 'missing' | 'invalid' | 'unconfirmed'

export type AnswerProblemCode = 'required' | 'photoRequired' | AnswerFault | 'constraint' | 'softConstraint'

/** What is wrong with an answer. The form's own `message` stands with a broken constraint. */
export type AnswerProblem = {
  readonly code: AnswerProblemCode
  readonly message?: LocalText
}

/** How a question stands. The same object as long as nothing about it changes. */
export type QuestionState = {
  readonly relevant: boolean
  readonly required: boolean
  /** Given or computed; for a photo or signature its files. `null` while hidden or empty. */
  readonly value: AnswerValue | null
  /** It can be seen, not changed. */
  readonly readonly?: true
  readonly verdict: Verdict
  readonly problem?: AnswerProblem
}

export type BlockingVerdict = 'missing' | 'invalid' | 'unconfirmed'

/** True when the verdict keeps a response from being sent. */
export const isBlocking = (verdict: Verdict): verdict is BlockingVerdict =>
  verdict === 'missing' || verdict === 'invalid' || verdict === 'unconfirmed'
