import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { Icon } from './icon.tsx'
import inputStyles from './input.module.css'
import type { Option } from './option.ts'
import styles from './select.module.css'

export interface SelectProps extends FieldFrame {
  readonly options: readonly Option[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** The words of "no choice"; `false` when there is always one. */
  readonly empty?: string | false | undefined
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
}

/** The platform's own list: what each tablet's screen reader knows. */
export function Select({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  options,
  value,
  onChange,
  empty,
  name,
  disabled,
}: SelectProps) {
  const { t } = useTranslation('ui')
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }}>
      {control => (
        <div className={classNames(inputStyles.frame, styles.frame)}>
          <select
            {...control}
            {...{ name, disabled }}
            className={classNames(inputStyles.control, styles.select)}
            value={value ?? ''}
            onChange={event => onChange(event.target.value || null)}
          >
            {empty !== false && <option value="">{empty ?? t('select.none')}</option>}
            {options.map(option => (
              <option key={option.value} value={option.value} dir="auto">
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" className={styles.mark} />
        </div>
      )}
    </Field>
  )
}
