import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import type { Option } from './option.ts'
import styles from './segmented-choice.module.css'
import type { Tone } from './tone.ts'

export interface Segment extends Option {
  readonly icon: IconName
  readonly tone?: Tone | undefined
}

export interface SegmentedChoiceProps extends FieldFrame {
  readonly segments: readonly Segment[]
  readonly value: string | null
  /** `null` when the chosen segment is tapped again. */
  readonly onChange: (value: string | null) => void
  readonly disabled?: boolean | undefined
}

/** A few answers as buttons of shape and word, side by side where they fit: one tap with a thumb. */
export function SegmentedChoice({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  segments,
  value,
  onChange,
  disabled,
}: SegmentedChoiceProps) {
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }} group>
      {(group, labelId) => (
        <div {...group} role="radiogroup" aria-labelledby={labelId} className={styles.group}>
          {segments.map(segment => (
            <label
              key={segment.value}
              className={classNames(styles.segment, styles[segment.tone ?? 'neutral'])}
            >
              <input
                type="radio"
                name={group.id}
                className={styles.input}
                checked={value === segment.value}
                disabled={disabled}
                onChange={() => onChange(segment.value)}
                onClick={() => {
                  if (value === segment.value) onChange(null)
                }}
              />
              <Icon name={segment.icon} />
              <span dir="auto">{segment.label}</span>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}
