import type { QuestionView } from './question-view.ts'

/** Whether an answer is said to be wrong: one that is missing only once the person wanted to finish. */
export const isBadAnswer = ({ state, isTooLong, isReturned }: QuestionView, showsMissing: boolean): boolean =>
  isTooLong || state.verdict === 'invalid' || (state.verdict === 'missing' && (showsMissing || isReturned))
