import type { NavigateFunction } from 'react-router'
import { splitKey } from '../../../domain/forms/row.ts'
import type { Filling } from './filling.ts'
import { focusQuestion } from './focus-element.ts'

/** Opens the question's section and brings the question to the top of the screen, with the focus on it. */
export function goToQuestion(
  filling: Filling,
  thing: string,
  question: string,
  navigate: NavigateFunction,
): void {
  const section = filling.form.questions.get(splitKey(question).id)?.sectionId ?? ''
  void filling.flush()
  void navigate(`/responses/${encodeURIComponent(thing)}/${section}#question-${question}`)
  focusQuestion(question)
}
