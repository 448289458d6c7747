import type { Question } from './form-version.ts'

/** The words of XLSForm's appearance column. */
export const appearanceWords = ({ appearance }: Pick<Question, 'appearance'>): readonly string[] =>
  appearance?.split(/\s+/u).filter(word => word !== '') ?? []
