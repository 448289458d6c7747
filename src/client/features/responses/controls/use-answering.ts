import type { AnswerValue } from '../../../../domain/forms/form-version.ts'
import type { Typed } from '../../../ui/typed.ts'
import { useFilling } from '../filling-context.tsx'
import type { ControlProps } from './control-props.ts'

/** What the controls of questions have in common: their frame, their value, and the two ways of saving. */
export function useAnswering({ question, view, label, hint, error }: ControlProps) {
  const { filling, mayFill } = useFilling()
  const { value, required, readonly } = view.state
  const disabled = !mayFill || readonly === true || question.calculation !== undefined
  const type = (next: AnswerValue | null) => filling.answer(question.id, next, 'whenPaused')
  return {
    frame: { label, hint, error, required, id: `q-${question.id}` },
    disabled,
    text: typeof value === 'string' && value !== '' ? value : null,
    number: typeof value === 'number' ? value : null,
    list: Array.isArray(value) ? (value as readonly string[]) : null,
    /** A tap is saved at once. */
    answer: (next: AnswerValue | null) => filling.answer(question.id, next, 'now'),
    /** Typing is saved when it pauses. */
    type,
    /** What cannot be read yet is not saved. */
    typeRead: (next: AnswerValue | null, { invalid }: Typed) => {
      if (!invalid) type(next)
    },
    onBlur: () => void filling.flush(),
  }
}
