import type { ChoiceQuestion } from '../../../../domain/forms/form-version.ts'
import { RankList } from '../../../ui/rank-list.tsx'
import { useOptionTexts } from './choice-control.tsx'
import type { ControlOf } from './control-props.ts'
import { useAnswering } from './use-answering.ts'

export function RankControl(props: ControlOf<ChoiceQuestion>) {
  const { frame, disabled, list, answer } = useAnswering(props)
  return (
    <RankList
      {...{ ...frame, disabled }}
      options={useOptionTexts(props.question)}
      value={list}
      onChange={answer}
    />
  )
}
