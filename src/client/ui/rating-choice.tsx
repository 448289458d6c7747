import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import styles from './rating-choice.module.css'

export interface RatingChoiceProps extends FieldFrame {
  readonly value: number | null
  /** `null` when the chosen number is tapped again. */
  readonly onChange: (value: number | null) => void
  /** What the lowest and the highest number mean. */
  readonly lowest: string
  readonly highest: string
  readonly steps?: number | undefined
  readonly disabled?: boolean | undefined
}

/** 1 to 5 on one line, its two ends in words. */
export function RatingChoice({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  lowest,
  highest,
  steps = 5,
  disabled,
}: RatingChoiceProps) {
  const words = new Map([
    [1, lowest],
    [steps, highest],
  ])
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }} group>
      {(group, labelId) => (
        <div className={styles.rating}>
          <div {...group} role="radiogroup" aria-labelledby={labelId} className={styles.group}>
            {Array.from({ length: steps }, (_, at) => at + 1).map(step => (
              <label key={step} className={styles.step}>
                <input
                  type="radio"
                  name={group.id}
                  className={styles.input}
                  aria-label={words.has(step) ? `${step}, ${words.get(step)}` : String(step)}
                  checked={value === step}
                  disabled={disabled}
                  onChange={() => onChange(step)}
                  onClick={() => {
                    if (value === step) onChange(null)
                  }}
                />
                <span aria-hidden="true">{step}</span>
              </label>
            ))}
          </div>
          <div className={styles.ends} aria-hidden="true">
            <span>{lowest}</span>
            <span>{highest}</span>
          </div>
        </div>
      )}
    </Field>
  )
}
