import { isTypedByPerson } from '../../../../domain/forms/is-typed-by-person.ts'
import { splitKey } from '../../../../domain/forms/row.ts'
import type { Filling } from '../filling.ts'

/** Whether a person has answered anything, as far as the form's own defaults let that be told. */
export function hasTyped({ session, form }: Filling): boolean {
  if (Object.keys(session.exportedFiles()).length > 0) return true
  return session.keys().some(key => {
    const question = form.questions.get(splitKey(key).id)?.question
    return (
      question !== undefined &&
      question.type !== 'org_unit' &&
      isTypedByPerson(question) &&
      session.question(key).value !== null
    )
  })
}
