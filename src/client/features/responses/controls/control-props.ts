import type { ReactNode } from 'react'
import type { Question } from '../../../../domain/forms/form-version.ts'
import type { QuestionView } from '../question-view.ts'

export interface ControlProps {
  readonly question: Question
  readonly view: QuestionView
  readonly label: ReactNode
  readonly hint: ReactNode
  readonly error: ReactNode
}

/** Props of a control for questions of some types. */
export type ControlOf<Asked extends Question> = ControlProps & { readonly question: Asked }
