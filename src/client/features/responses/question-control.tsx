import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toggleOption } from '../../../domain/forms/toggle-option.ts'
import type { AnswerValue, Question } from '../../../domain/forms/form-version.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field, type FieldControl } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { RatingChoice } from '../../ui/rating-choice.tsx'
import { SegmentedChoice, type Segment } from '../../ui/segmented-choice.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useFilling } from './filling-context.tsx'
import { PhotoAnswer } from './photo-answer.tsx'
import styles from './question-card.module.css'
import type { QuestionView } from './question-view.ts'
import { SignatureAnswer } from './signature-answer.tsx'

interface Props {
  readonly question: Question
  readonly view: QuestionView
  readonly label: ReactNode
  readonly hint: ReactNode
  readonly error: ReactNode
}

/** The control that answers a question, of whatever type. */
export function QuestionControl({ question, view, ...frame }: Props) {
  const { filling, mayFill, unitName } = useFilling()
  const text = useLocalText()
  const format = useFormat()
  const { t } = useTranslation('responses')
  const { value, required } = view.state
  const disabled = !mayFill
  const common = { ...frame, id: `q-${question.id}`, required, disabled }
  const answer = (next: AnswerValue | null) => filling.answer(question.id, next, 'now')
  const type = (next: AnswerValue | null) => filling.answer(question.id, next, 'whenPaused')
  const flush = () => void filling.flush()
  const texts = (options: readonly { value: string; label: Parameters<typeof text>[0] }[] = []) =>
    options.map(option => ({ value: option.value, label: text(option.label) }))
  const chosen = typeof value === 'string' && value !== '' ? value : null
  const number = typeof value === 'number' ? value : null

  switch (question.type) {
    case 'text':
      return <TextField {...common} value={chosen ?? ''} onChange={type} onBlur={flush} autoComplete="off" />
    case 'textarea':
      return <TextArea {...common} value={chosen ?? ''} onChange={type} onBlur={flush} />
    case 'integer':
    case 'decimal':
    case 'range':
      return (
        <NumberField
          {...common}
          value={number}
          decimals={question.type === 'integer' ? 0 : 2}
          mayBeNegative={false}
          unit={question.unit && text(question.unit)}
          onChange={(next, typed) => {
            if (!typed.invalid) type(next)
          }}
          onBlur={flush}
        />
      )
    case 'date':
      return (
        <DateField
          {...common}
          value={chosen}
          onChange={(next, typed) => {
            if (!typed.invalid) type(next)
          }}
          onBlur={flush}
        />
      )
    case 'select_one':
      return (
        <ChoiceList
          {...common}
          kind="one"
          clearable
          options={texts(question.options)}
          value={chosen}
          onChange={answer}
        />
      )
    case 'select_multiple': {
      const current = Array.isArray(value) ? (value as readonly string[]) : []
      return (
        <ChoiceList
          {...common}
          kind="many"
          options={texts(question.options)}
          value={current}
          onChange={next => {
            const toggled = [...next, ...current].find(v => next.includes(v) !== current.includes(v))
            if (toggled !== undefined) answer(toggleOption(question, current, toggled))
          }}
        />
      )
    }
    case 'yes_no_partly':
      return (
        <SegmentedChoice
          {...common}
          segments={texts(question.options).map(option => ({ ...option, ...segmentLook(option.value) }))}
          value={chosen}
          onChange={answer}
        />
      )
    case 'rating':
      return (
        <RatingChoice
          {...common}
          value={number}
          steps={question.max}
          lowest={t('rating.lowest')}
          highest={t('rating.highest')}
          onChange={answer}
        />
      )
    case 'photo':
      return (
        <Field {...frame} required={required} id={common.id} group>
          {(control, labelId) => (
            <GroupBox control={control} labelId={labelId}>
              <PhotoAnswer question={question} view={view} />
            </GroupBox>
          )}
        </Field>
      )
    case 'signature':
      return (
        <Field {...frame} required={required} id={common.id} group>
          {(control, labelId) => (
            <GroupBox control={control} labelId={labelId}>
              <SignatureAnswer question={question} view={view} />
            </GroupBox>
          )}
        </Field>
      )
    case 'calculate':
      return (
        <Field {...frame} id={common.id} group>
          {(control, labelId) => (
            <GroupBox control={control} labelId={labelId}>
              <output className={styles.computed}>
                {typeof value === 'number' ? format.number(value) : (chosen ?? '—')}
              </output>
            </GroupBox>
          )}
        </Field>
      )
    case 'org_unit':
      return (
        <Field {...frame} id={common.id} group>
          {(control, labelId) => (
            <GroupBox control={control} labelId={labelId}>
              <span className={styles.computed}>{unitName}</span>
            </GroupBox>
          )}
        </Field>
      )
    case 'note':
      return <p>{frame.label}</p>
  }
}

/** What has no control of its own is still named by its question. */
function GroupBox({
  control,
  labelId,
  children,
}: {
  readonly control: FieldControl
  readonly labelId: string
  readonly children: ReactNode
}) {
  return (
    <div
      id={control.id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would want a legend of its own
      role="group"
      aria-labelledby={labelId}
      aria-describedby={control['aria-describedby']}
    >
      {children}
    </div>
  )
}

function segmentLook(value: string): Pick<Segment, 'icon' | 'tone'> {
  switch (value) {
    case 'yes':
      return { icon: 'check', tone: 'success' }
    case 'partly':
      return { icon: 'half', tone: 'warning' }
    case 'no':
      return { icon: 'cross', tone: 'danger' }
    default:
      return { icon: 'slash', tone: 'neutral' }
  }
}
