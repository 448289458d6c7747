import { splitKey } from '../../../domain/forms/row.ts'
import type { LocalText } from '../../../domain/forms/form-version.ts'
import type { OpenQuestion } from '../../../domain/forms/session-summary.ts'
import type { Filling } from './filling.ts'

/** What blocks sending, each with the question's words as they are shown at its place. */
export const listMissing = ({
  form,
  session,
}: Filling): readonly (OpenQuestion & { readonly label: LocalText })[] =>
  session.missing().flatMap(open => {
    const question = form.questions.get(splitKey(open.questionId).id)?.question
    return question ? [{ ...open, label: session.text(question.label, open.questionId) }] : []
  })
