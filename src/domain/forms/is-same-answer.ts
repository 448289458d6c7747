import type { AnswerValue } from './form-version.ts'

/** True for the same value; choices are compared in their order. */
export function isSameAnswer(a: AnswerValue | undefined, b: AnswerValue | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a.length !== b.length) return false
  return a.every((choice, at) => choice === b[at])
}
