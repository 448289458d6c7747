import type { ReactNode } from 'react'
import { Field } from '../../../ui/field.tsx'
import { GroupBox } from '../../../ui/group-box.tsx'
import { AcknowledgeBox } from '../../../ui/acknowledge-box.tsx'
import { useFilling } from '../filling-context.tsx'
import styles from '../question-card.module.css'
import { useAnswerText } from '../../../context/use-answer-text.ts'
import type { ControlProps } from './control-props.ts'
import { useAnswering } from './use-answering.ts'

/** What has no control of its own is still named by its question. */
export function Named({ children, ...props }: ControlProps & { readonly children: ReactNode }) {
  const { frame } = useAnswering(props)
  return (
    <Field {...frame} group>
      {(control, labelId) => (
        <GroupBox control={control} labelId={labelId}>
          {children}
        </GroupBox>
      )}
    </Field>
  )
}

export function ComputedControl(props: ControlProps) {
  const answerText = useAnswerText()
  return (
    <Named {...props}>
      <output dir="auto" className={styles.computed}>
        {answerText(props.question, props.view.state.value) || '—'}
      </output>
    </Named>
  )
}

export function UnitControl(props: ControlProps) {
  const { unitName } = useFilling()
  return (
    <Named {...props}>
      <span className={styles.computed}>{unitName}</span>
    </Named>
  )
}

export function Words({ label, hint }: ControlProps) {
  return (
    <div className={styles.words}>
      <p dir="auto">{label}</p>
      {hint !== undefined && (
        <div dir="auto" className={styles.soft}>
          {hint}
        </div>
      )}
    </div>
  )
}

export function TickControl(props: ControlProps) {
  const { frame, disabled, text, answer } = useAnswering(props)
  return <AcknowledgeBox {...{ ...frame, disabled }} value={text === 'OK' ? text : null} onChange={answer} />
}
