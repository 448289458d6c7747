import { DateField } from '../../../ui/date-field.tsx'
import { DateTimeField } from '../../../ui/date-time-field.tsx'
import { MonthField } from '../../../ui/month-field.tsx'
import { TimeField } from '../../../ui/time-field.tsx'
import { YearField } from '../../../ui/year-field.tsx'
import { toAnswer, toTyped } from './clock-notation.ts'
import type { ControlProps } from './control-props.ts'
import { useAnswering } from './use-answering.ts'

const dayFields = { date: DateField, month: MonthField, year: YearField } as const
const clockFields = { time: TimeField, dateTime: DateTimeField } as const

export function DayControl({ kind, ...props }: ControlProps & { readonly kind: keyof typeof dayFields }) {
  const { frame, disabled, text, typeRead, onBlur } = useAnswering(props)
  const Input = dayFields[kind]
  return <Input {...{ ...frame, disabled, onBlur }} value={text} onChange={typeRead} />
}

export function ClockControl({ kind, ...props }: ControlProps & { readonly kind: keyof typeof clockFields }) {
  const { frame, disabled, text, typeRead, onBlur } = useAnswering(props)
  const Input = clockFields[kind]
  return (
    <Input
      {...{ ...frame, disabled, onBlur }}
      value={toTyped(text)}
      onChange={(next, typed) => typeRead(toAnswer(next), typed)}
    />
  )
}
