import type { Question } from './form-version.ts'

/** True when a person can answer the question: not a note, not computed, not read-only. */
export const isTypedByPerson = (question: Question): boolean =>
  question.type !== 'note' &&
  question.type !== 'calculate' &&
  question.type !== 'hidden' &&
  question.type !== 'metadata' &&
  question.calculation === undefined &&
  question.readonly !== true
