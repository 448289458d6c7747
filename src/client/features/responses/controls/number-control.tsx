import { useTranslation } from 'react-i18next'
import type { NumberQuestion, ScaleQuestion } from '../../../../domain/forms/form-version.ts'
import { useLocalText } from '../../../i18n/local-text.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { RangeField } from '../../../ui/range-field.tsx'
import { RatingChoice } from '../../../ui/rating-choice.tsx'
import { appearanceWords } from '../../../../domain/forms/appearance-words.ts'
import { mayBeNegative } from './choose-control.ts'
import type { ControlOf } from './control-props.ts'
import { useAnswering } from './use-answering.ts'

export function NumberControl(props: ControlOf<NumberQuestion>) {
  const { question } = props
  const text = useLocalText()
  const { frame, disabled, number, typeRead, onBlur } = useAnswering(props)
  return (
    <NumberField
      {...{ ...frame, disabled, onBlur }}
      value={number}
      decimals={question.type === 'integer' ? 0 : 6}
      mayBeNegative={mayBeNegative(question)}
      grouped={appearanceWords(question).includes('thousands-sep')}
      unit={question.unit && text(question.unit)}
      onChange={typeRead}
    />
  )
}

export function SliderControl(props: ControlOf<ScaleQuestion>) {
  const { question } = props
  const text = useLocalText()
  const { frame, disabled, number, answer } = useAnswering(props)
  return (
    <RangeField
      {...{ ...frame, disabled }}
      value={number}
      start={question.min}
      end={question.max}
      step={question.step ?? 1}
      unit={question.unit && text(question.unit)}
      onChange={answer}
    />
  )
}

export function RatingControl(props: ControlOf<ScaleQuestion>) {
  const { t } = useTranslation('responses')
  const { frame, disabled, number, answer } = useAnswering(props)
  return (
    <RatingChoice
      {...{ ...frame, disabled }}
      value={number}
      steps={props.question.max}
      lowest={t('rating.lowest')}
      highest={t('rating.highest')}
      onChange={answer}
    />
  )
}
