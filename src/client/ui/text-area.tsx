import { useLayoutEffect, useRef } from 'react'
import type { ComponentPropsWithoutRef } from 'react'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import inputStyles from './input.module.css'
import { classNames } from './class-names.ts'
import styles from './text-area.module.css'
import { usePasteLimit } from './use-paste-limit.ts'

export interface TextAreaProps
  extends
    FieldFrame,
    Pick<
      ComponentPropsWithoutRef<'textarea'>,
      'name' | 'maxLength' | 'placeholder' | 'disabled' | 'readOnly' | 'autoFocus' | 'onBlur'
    > {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number | undefined
}

/** Grows with its text, so that nothing typed is out of sight. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  value,
  onChange,
  rows = 3,
  ...rest
}: TextAreaProps) {
  const paste = usePasteLimit()
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    // Newer browsers grow it by `field-sizing: content`, without a layout of our own.
    if (!element || CSS.supports('field-sizing', 'content')) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  })
  return (
    <Field {...{ label, labelHidden, hint, required, id }} error={paste.error ?? error}>
      {control => (
        <div className={inputStyles.frame}>
          <textarea
            {...rest}
            {...control}
            {...paste.listeners}
            ref={area}
            dir="auto"
            rows={rows}
            className={classNames(inputStyles.control, styles.area)}
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
