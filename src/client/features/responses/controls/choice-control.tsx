import { useTranslation } from 'react-i18next'
import { toggleOption } from '../../../../domain/forms/toggle-option.ts'
import type { ChoiceQuestion } from '../../../../domain/forms/form-version.ts'
import { useLocalText } from '../../../i18n/local-text.ts'
import { ChoiceList, type ChoiceOption } from '../../../ui/choice-list.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import type { Option } from '../../../ui/option.ts'
import { SegmentedChoice, type Segment } from '../../../ui/segmented-choice.tsx'
import { useFormPictures } from '../use-form-pictures.ts'
import { useFilling } from '../filling-context.tsx'
import { clearExclusive } from './clear-exclusive.ts'
import { appearanceWords } from '../../../../domain/forms/appearance-words.ts'
import { columnsOf } from './choose-control.ts'
import type { ControlOf } from './control-props.ts'
import { useAnswering } from './use-answering.ts'

type Props = ControlOf<ChoiceQuestion>

/** An option may have a picture alone: where that does not show, its value names it. */
export function useOptionTexts({ options }: ChoiceQuestion): readonly Option[] {
  const text = useLocalText()
  return options.map(({ value, label }) => ({ value, label: text(label) || value }))
}

function useOptionPictures(question: ChoiceQuestion): readonly ChoiceOption[] {
  const texts = useOptionTexts(question)
  const urlOf = useFormPictures(question.options.map(({ image }) => image))
  return texts.map((option, at) => {
    const url = urlOf(question.options[at]?.image)
    // Its room is kept while it is looked for, so that nothing moves under a finger.
    return url === null ? option : { ...option, image: url ?? '' }
  })
}

/** Many choices after one of them was tapped: what is exclusive clears the others. */
export function afterToggle(
  question: ChoiceQuestion,
  before: readonly string[],
  next: readonly string[],
): readonly string[] {
  const toggled = [...next, ...before].find(value => next.includes(value) !== before.includes(value))
  return toggled === undefined ? before : toggleOption(question, before, toggled)
}

/** What to fill in first, while there is nothing to choose from. */
function useEmptyWords({ options, optionsFrom }: ChoiceQuestion): string | undefined {
  const { t } = useTranslation('responses')
  const text = useLocalText()
  const { filling } = useFilling()
  const source = filling.form.questions.get(optionsFrom ?? '')?.question
  return options.length === 0 && source ? t('noOptionsYet', { question: text(source.label) }) : undefined
}

export function ListControl(props: Props) {
  const { question } = props
  const { frame, disabled, text, list, answer } = useAnswering(props)
  const options = useOptionPictures(question)
  const look = { columns: columnsOf(question), likert: appearanceWords(question).includes('likert') }
  const emptyWords = useEmptyWords(question)
  const shared = { ...frame, ...look, disabled, options, hint: emptyWords ?? frame.hint }
  if (question.type === 'select_one')
    return <ChoiceList {...shared} kind="one" clearable value={text} onChange={answer} />
  const before = list ?? []
  return (
    <ChoiceList
      {...shared}
      kind="many"
      value={before}
      onChange={next => answer(afterToggle(question, before, next))}
    />
  )
}

export function SearchControl(props: Props) {
  const { question } = props
  const { frame, disabled, text, list, answer } = useAnswering(props)
  const shared = { ...frame, disabled, options: useOptionTexts(question) }
  if (question.type === 'select_one')
    return <Combobox {...shared} kind="one" value={text} onChange={answer} />
  const before = list ?? []
  return (
    <Combobox
      {...shared}
      kind="many"
      value={before}
      onChange={next => answer(clearExclusive(question, before, next))}
    />
  )
}

export function SegmentsControl(props: ControlOf<ChoiceQuestion>) {
  const { frame, disabled, text, answer } = useAnswering(props)
  const segments = useOptionTexts(props.question).map(option => ({ ...option, ...segmentLook(option.value) }))
  return <SegmentedChoice {...{ ...frame, disabled, segments }} value={text} onChange={answer} />
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
