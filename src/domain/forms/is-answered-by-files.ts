import type { Question } from './form-version.ts'

/** True for a question whose answer is its files; what is in them the engine never sees. */
export const isAnsweredByFiles = ({ type }: Question): boolean =>
  type === 'photo' || type === 'signature' || type === 'audio' || type === 'file'
