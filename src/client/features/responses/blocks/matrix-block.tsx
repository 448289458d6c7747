import type { ChoiceQuestion } from '../../../../domain/forms/form-version.ts'
import { useLocalText } from '../../../i18n/local-text.ts'
import { ChoiceMatrix, type MatrixRow } from '../../../ui/choice-matrix.tsx'
import { afterToggle } from '../controls/choice-control.tsx'
import { useFilling } from '../filling-context.tsx'
import { QuestionNotices } from '../question-notices.tsx'
import { isBadAnswer } from '../is-bad-answer.ts'
import { useShownQuestions, type ShownQuestion } from '../use-shown-question.ts'
import { useProblemText } from '../use-problem-text.ts'
import type { Block } from './block.ts'
import styles from './blocks.module.css'
import cards from '../question-card.module.css'

/** Questions with the same options as a table, and below it what stands with each of them. */
export function MatrixBlock({ block }: { readonly block: Extract<Block, { readonly kind: 'matrix' }> }) {
  const { filling, mayFill, showsMissing } = useFilling()
  const text = useLocalText()
  const problemText = useProblemText()
  const shown = useShownQuestions(block.keys).filter(({ view }) => view.state.relevant)
  const [first] = shown
  if (!first) return null

  const toRow = ({ question, view }: ShownQuestion): MatrixRow => {
    const choice = question as ChoiceQuestion
    const { value, required, readonly } = view.state
    const common = {
      id: `q-${question.id}`,
      label: text(question.label),
      hint: question.hint && text(question.hint),
      error: isBadAnswer(view, showsMissing) ? problemText(question, view) : undefined,
      required,
      disabled: readonly === true || question.calculation !== undefined,
    }
    if (question.type === 'select_one')
      return {
        ...common,
        kind: 'one',
        value: typeof value === 'string' ? value : null,
        onChange: next => filling.answer(question.id, next, 'now'),
      }
    const before = Array.isArray(value) ? (value as readonly string[]) : []
    return {
      ...common,
      kind: 'many',
      value: before,
      onChange: next => filling.answer(question.id, afterToggle(choice, before, next), 'now'),
    }
  }
  const options = (first.question as ChoiceQuestion).options
  const label = block.group.label ?? first.question.label
  const noticed = shown.filter(({ view }) => hasNotice(view))
  return (
    <section id={block.id} tabIndex={-1} className={cards.card}>
      <ChoiceMatrix
        label={text(filling.session.text(label, first.question.id))}
        labelHidden
        options={options.map(option => ({ value: option.value, label: text(option.label) }))}
        rows={shown.map(toRow)}
        disabled={!mayFill}
      />
      {noticed.length > 0 && (
        <div className={styles.extras}>
          {noticed.map(({ question, view }) => (
            <div key={question.id} className={styles.extra}>
              <p className={styles.extraLabel}>{text(question.label)}</p>
              <QuestionNotices question={question} view={view} />
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

const hasNotice = (view: ShownQuestion['view']): boolean =>
  view.isReturned ||
  view.comments.length + view.conflicts.length > 0 ||
  view.state.verdict === 'unconfirmed' ||
  view.saving.type === 'failed'
