import type { ComponentPropsWithRef } from 'react'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import styles from './input.module.css'
import { usePasteLimit } from './use-paste-limit.ts'

export interface TextFieldProps
  extends
    FieldFrame,
    Pick<
      ComponentPropsWithRef<'input'>,
      'ref' | 'name' | 'autoComplete' | 'autoCapitalize' | 'inputMode' | 'maxLength' | 'placeholder'
    >,
    Pick<
      ComponentPropsWithRef<'input'>,
      'disabled' | 'readOnly' | 'autoFocus' | 'spellCheck' | 'onFocus' | 'onBlur'
    > {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'tel' | 'url' | undefined
}

export function TextField({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const paste = usePasteLimit()
  return (
    <Field {...{ label, labelHidden, hint, required, id }} error={paste.error ?? error}>
      {control => (
        <div className={styles.frame}>
          <input
            {...rest}
            {...control}
            {...paste.listeners}
            type={type}
            dir="auto"
            className={styles.control}
            value={value}
            onChange={event => {
              paste.forget()
              onChange(event.target.value)
            }}
          />
        </div>
      )}
    </Field>
  )
}
