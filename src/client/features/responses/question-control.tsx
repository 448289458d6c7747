import { lazy, Suspense } from 'react'
import type { ChoiceQuestion, NumberQuestion, ScaleQuestion } from '../../../domain/forms/form-version.ts'
import { chooseControl } from './controls/choose-control.ts'
import { ListControl, SearchControl, SegmentsControl } from './controls/choice-control.tsx'
import type { ControlOf, ControlProps } from './controls/control-props.ts'
import { ClockControl, DayControl } from './controls/day-control.tsx'
import { NumberControl, RatingControl, SliderControl } from './controls/number-control.tsx'
import { ComputedControl, Named, TickControl, UnitControl, Words } from './controls/shown-control.tsx'
import { AreaControl, DigitsControl, LineControl } from './controls/text-control.tsx'
import { PhotoAnswer } from './photo-answer.tsx'
import { SignatureAnswer } from './signature-answer.tsx'

const RareControl = lazy(async () => ({
  default: (await import('./controls/rare-control.tsx')).RareControl,
}))

/** The control that answers a question, of whatever type. */
export function QuestionControl(props: ControlProps) {
  const { question, view } = props
  const name = chooseControl(question)
  switch (name) {
    case 'nothing':
      return null
    case 'words':
      return <Words {...props} />
    case 'computed':
      return <ComputedControl {...props} />
    case 'unit':
      return <UnitControl {...props} />
    case 'tick':
      return <TickControl {...props} />
    case 'line':
      return <LineControl {...props} />
    case 'digits':
      return <DigitsControl {...props} />
    case 'area':
      return <AreaControl {...props} />
    case 'number':
      return <NumberControl {...(props as ControlOf<NumberQuestion>)} />
    case 'slider':
      return <SliderControl {...(props as ControlOf<ScaleQuestion>)} />
    case 'rating':
      return <RatingControl {...(props as ControlOf<ScaleQuestion>)} />
    case 'date':
    case 'month':
    case 'year':
      return <DayControl {...props} kind={name} />
    case 'time':
    case 'dateTime':
      return <ClockControl {...props} kind={name} />
    case 'segments':
      return <SegmentsControl {...(props as ControlOf<ChoiceQuestion>)} />
    case 'choices':
      return <ListControl {...(props as ControlOf<ChoiceQuestion>)} />
    case 'search':
      return <SearchControl {...(props as ControlOf<ChoiceQuestion>)} />
    case 'photos':
      return (
        <Named {...props}>
          <PhotoAnswer question={question} view={view} />
        </Named>
      )
    case 'signature':
      return (
        <Named {...props}>
          <SignatureAnswer question={question} view={view} />
        </Named>
      )
    case 'rank':
    case 'place':
    case 'code':
    case 'recording':
    case 'document':
      return (
        <Suspense fallback={<Named {...props}>{null}</Named>}>
          <RareControl {...props} name={name} />
        </Suspense>
      )
  }
}
