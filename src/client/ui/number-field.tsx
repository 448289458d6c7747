import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n/use-language.ts'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import styles from './input.module.css'
import { groupThousands, numberToText, parseNumber } from './parse-number.ts'
import type { NumberProblem } from './parse-number.ts'
import type { Typed } from './typed.ts'
import { useTypedText } from './use-typed-text.ts'

export interface NumberFieldProps extends FieldFrame {
  readonly value: number | null
  /** `value` is null both when nothing is typed and when what is typed cannot be read (`typed.invalid`). */
  readonly onChange: (value: number | null, typed: Typed) => void
  /** Digits after the decimal mark; 0, the default, asks for whole numbers. */
  readonly decimals?: number | undefined
  readonly mayBeNegative?: boolean | undefined
  /** Thousands stand apart (1.234.567) while the field is not being typed in. */
  readonly grouped?: boolean | undefined
  readonly unit?: string | undefined
  readonly name?: string | undefined
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly onBlur?: (() => void) | undefined
}

export function NumberField({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  decimals = 0,
  mayBeNegative = false,
  grouped = false,
  unit,
  onBlur,
  ...rest
}: NumberFieldProps) {
  const { t } = useTranslation('ui')
  const { language } = useLanguage()
  const mark = language === 'vi' ? ',' : '.'
  const read = (raw: string) => parseNumber(raw, { decimals, mayBeNegative })
  const typed = useTypedText(value, known => numberToText(known, mark), read)
  const problemText = (problem: NumberProblem) => {
    if (problem.type === 'tooManyDecimals') return t('number.tooManyDecimals', { count: problem.most })
    return t(`number.${problem.type}`, { example: decimals === 0 ? '12' : `12${mark}5` })
  }
  const shownError = typed.reading.ok || typed.isFocused ? error : problemText(typed.reading.error)
  const isRead = typed.reading.ok && typed.reading.value !== null
  const shown = grouped && isRead && !typed.isFocused ? groupThousands(typed.text, mark) : typed.text
  // The iOS keypads have no minus.
  const keypad = mayBeNegative ? 'text' : decimals === 0 ? 'numeric' : 'decimal'
  return (
    <Field {...{ label, labelHidden, hint, required, id }} error={shownError}>
      {control => (
        <div className={classNames(styles.frame, styles.narrow)}>
          <input
            {...rest}
            {...control}
            type="text"
            inputMode={keypad}
            autoComplete="off"
            className={styles.control}
            value={shown}
            onFocus={typed.focus}
            onBlur={() => {
              typed.blur()
              onBlur?.()
            }}
            onChange={event => {
              const raw = event.target.value
              const reading = read(raw)
              typed.type(raw)
              onChange(reading.ok ? reading.value : null, { raw, invalid: !reading.ok })
            }}
          />
          {unit !== undefined && <span className={styles.beside}>{unit}</span>}
        </div>
      )}
    </Field>
  )
}
