import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './range-field.module.css'
import { decimalsOf, middleStep, nearestStep, stepFrom } from './range-steps.ts'

export interface RangeFieldProps extends FieldFrame {
  /** `null` until the person has touched it. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly start: number
  readonly end: number
  readonly step: number
  readonly unit?: string | undefined
  /** Words or numbers under the slider; its two ends, unless told otherwise. */
  readonly ticks?: readonly { readonly value: number; readonly label: string }[] | undefined
  readonly disabled?: boolean | undefined
}

/** A slider with a button for one step less and more at its ends. It shows no number before it is touched. */
export function RangeField({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  start,
  end,
  step,
  unit,
  ticks,
  disabled,
}: RangeFieldProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const range = { start, end, step }
  const inWords = (number: number) => {
    const digits = format.number(number, { mostDecimals: Math.max(decimalsOf(start), decimalsOf(step)) })
    return unit === undefined ? digits : `${digits} ${unit}`
  }
  const said = value === null ? t('range.untouched') : inWords(value)
  const shown = value ?? middleStep(range)
  const marks = ticks ?? [start, end].map(number => ({ value: number, label: inWords(number) }))
  const share = (number: number) => (number - start) / (end - start)
  const stepper = (direction: 1 | -1) => (
    <IconButton
      icon={direction === 1 ? 'plus' : 'minus'}
      look="framed"
      label={t(direction === 1 ? 'range.more' : 'range.less')}
      disabled={disabled || value === nearestStep(direction === 1 ? end : start, range)}
      onClick={() => onChange(stepFrom(value, direction, range))}
    />
  )
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }}>
      {control => (
        <div className={classNames(styles.range, value === null && styles.untouched)}>
          <output htmlFor={control.id} className={styles.value} aria-hidden="true">
            {said}
          </output>
          <div className={styles.line}>
            {stepper(-1)}
            <div className={styles.track}>
              <input
                id={control.id}
                aria-describedby={control['aria-describedby']}
                aria-invalid={control['aria-invalid']}
                type="range"
                className={styles.slider}
                style={{ '--share': share(shown) }}
                min={start}
                max={end}
                step={step}
                value={shown}
                disabled={disabled}
                aria-valuetext={said}
                onChange={event => onChange(nearestStep(event.target.valueAsNumber, range))}
                onClick={() => {
                  // A tap where the untouched thumb already stands changes nothing, and means it.
                  if (value === null) onChange(shown)
                }}
                onKeyDown={event => {
                  if (event.key !== 'Enter' && event.key !== ' ') return
                  event.preventDefault()
                  if (value === null) onChange(shown)
                }}
              />
              <div className={styles.ticks} aria-hidden="true">
                {marks.map(mark => (
                  <span key={mark.value} className={styles.tick} style={{ '--share': share(mark.value) }}>
                    {mark.label}
                  </span>
                ))}
              </div>
            </div>
            {stepper(1)}
          </div>
          {value !== null && !disabled && (
            <div>
              <Button look="quiet" icon="undo" onClick={() => onChange(null)}>
                {t('choice.clear')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Field>
  )
}
