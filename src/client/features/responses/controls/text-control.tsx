import { MaskedText } from '../../../ui/masked-text.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { ControlProps } from './control-props.ts'
import { useAnswering } from './use-answering.ts'

export function LineControl(props: ControlProps) {
  const { frame, disabled, text, type, onBlur } = useAnswering(props)
  return (
    <TextField {...{ ...frame, disabled, onBlur }} value={text ?? ''} onChange={type} autoComplete="off" />
  )
}

export function AreaControl(props: ControlProps) {
  const { frame, disabled, text, type, onBlur } = useAnswering(props)
  return <TextArea {...{ ...frame, disabled, onBlur }} value={text ?? ''} onChange={type} />
}

/** Numbers that are names: a telephone, an identity card, a file. Half a mask is kept as it is. */
export function DigitsControl(props: ControlProps) {
  const { frame, disabled, text, type, onBlur } = useAnswering(props)
  const mask = props.question.parameters?.['mask']
  return <MaskedText {...{ ...frame, disabled, onBlur, mask }} value={text ?? ''} onChange={type} />
}
