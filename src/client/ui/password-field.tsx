import { useState } from 'react'
import type { ComponentPropsWithRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './input.module.css'

export interface PasswordFieldProps
  extends FieldFrame, Pick<ComponentPropsWithRef<'input'>, 'ref' | 'name' | 'disabled' | 'autoFocus'> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete?: 'current-password' | 'new-password' | 'off' | undefined
}

export function PasswordField({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  autoComplete = 'current-password',
  ...rest
}: PasswordFieldProps) {
  const { t } = useTranslation('ui')
  const [isShown, setShown] = useState(false)
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }}>
      {control => (
        <div className={styles.frame}>
          <input
            {...rest}
            {...control}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            className={styles.control}
            value={value}
            onChange={event => onChange(event.target.value)}
          />
          <IconButton
            icon={isShown ? 'eyeOff' : 'eye'}
            label={t(isShown ? 'password.hide' : 'password.show')}
            onClick={() => setShown(!isShown)}
          />
        </div>
      )}
    </Field>
  )
}
