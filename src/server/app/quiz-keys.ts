import awarenessQuiz from '../../content/forms-private/awareness-quiz-key.json' with { type: 'json' }
import type { QuizKey } from '../../domain/responses/grade-quiz.ts'
import type { FormName } from '../../domain/responses/response.ts'

const keys: readonly QuizKey[] = [awarenessQuiz]

/** The key of a quiz; undefined for every other form. */
export const findKey = ({ id, version }: FormName): QuizKey | undefined =>
  keys.find(key => key.form === id && key.version === version)
