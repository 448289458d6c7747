import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './date-field.module.css'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import inputStyles from './input.module.css'
import { dateToText, parseDate, withSlashes } from './parse-date.ts'
import type { DateProblem } from './parse-date.ts'
import type { Typed } from './typed.ts'
import { useTypedText } from './use-typed-text.ts'

export interface DateFieldProps extends FieldFrame {
  /** 'YYYY-MM-DD' */
  readonly value: string | null
  readonly onChange: (value: string | null, typed: Typed) => void
  /** Bounds of the calendar only; what may be typed is the form's business. */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly onBlur?: (() => void) | undefined
}

/** Typed as dd/MM/yyyy on a numeric keypad, or chosen from the platform's own calendar. */
export function DateField({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  min,
  max,
  name,
  disabled,
  readOnly,
  onBlur,
}: DateFieldProps) {
  const { t } = useTranslation('ui')
  const calendar = useRef<HTMLInputElement>(null)
  const typed = useTypedText(value, dateToText, parseDate)
  const change = (raw: string) => {
    const reading = parseDate(raw)
    typed.type(raw)
    onChange(reading.ok ? reading.value : null, { raw, invalid: !reading.ok })
  }
  const problemText = ({ type, ...numbers }: DateProblem) => t(`date.${type}`, numbers)
  const shownError = typed.reading.ok || typed.isFocused ? error : problemText(typed.reading.error)
  return (
    <Field {...{ label, labelHidden, hint, required, id }} error={shownError}>
      {control => (
        <div className={classNames(inputStyles.frame, inputStyles.narrow, styles.frame)}>
          <input
            {...control}
            {...{ name, disabled, readOnly }}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            placeholder={t('date.placeholder')}
            className={inputStyles.control}
            value={typed.text}
            onFocus={typed.focus}
            onBlur={() => {
              typed.blur()
              onBlur?.()
            }}
            onChange={event => change(withSlashes(event.target.value, typed.text))}
          />
          {!disabled && !readOnly && (
            <>
              <input
                ref={calendar}
                type="date"
                className={styles.calendar}
                tabIndex={-1}
                aria-hidden="true"
                min={min}
                max={max}
                value={value ?? ''}
                onChange={event => change(dateToText(event.target.value || null))}
              />
              <IconButton
                icon="calendar"
                label={t('date.openPicker')}
                onClick={() => calendar.current?.showPicker()}
              />
            </>
          )}
        </div>
      )}
    </Field>
  )
}
