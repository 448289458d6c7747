import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './choice-list.module.css'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'

export interface AcknowledgeBoxProps extends FieldFrame {
  /** 'OK' once it is ticked, as ODK keeps it. */
  readonly value: 'OK' | null
  readonly onChange: (value: 'OK' | null) => void
  /** Other words beside the box. */
  readonly words?: ReactNode
  readonly disabled?: boolean | undefined
}

/** One box to tick below something to read. */
export function AcknowledgeBox({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  words,
  disabled,
}: AcknowledgeBoxProps) {
  const { t } = useTranslation('ui')
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }} group>
      {(control, labelId) => (
        <label className={styles.row}>
          <input
            {...control}
            type="checkbox"
            aria-labelledby={`${labelId} ${control.id}-words`}
            className={styles.input}
            checked={value === 'OK'}
            disabled={disabled}
            onChange={event => onChange(event.target.checked ? 'OK' : null)}
          />
          <span id={`${control.id}-words`}>{words ?? t('acknowledge.read')}</span>
        </label>
      )}
    </Field>
  )
}
