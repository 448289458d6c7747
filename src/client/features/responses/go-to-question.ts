import type { NavigateFunction } from 'react-router'
import type { Filling } from './filling.ts'

/** Opens the question's section and brings the question to the middle of the screen, with the focus on it. */
export function goToQuestion(
  filling: Filling,
  thing: string,
  question: string,
  navigate: NavigateFunction,
): void {
  const section = filling.form.questions.get(question)?.sectionId ?? ''
  void filling.flush()
  void navigate(`/responses/${encodeURIComponent(thing)}/${section}#question-${question}`)
  focusWhenThere(`question-${question}`, 40)
}

function focusWhenThere(id: string, triesLeft: number): void {
  const card = document.getElementById(id)
  if (card) {
    card.scrollIntoView({ block: 'start' })
    card.focus({ preventScroll: true })
  } else if (triesLeft > 0) {
    requestAnimationFrame(() => focusWhenThere(id, triesLeft - 1))
  }
}
