import { useRef } from 'react'
import type { Result } from '../../lib/result.ts'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import type { IconName } from './icon-shapes.ts'
import inputStyles from './input.module.css'
import styles from './typed-field.module.css'
import type { Typed } from './typed.ts'
import { useTypedText } from './use-typed-text.ts'

/** What the fields of days and times have in common for their callers. */
export interface TypedFieldProps extends FieldFrame {
  readonly value: string | null
  /** `value` is null both when nothing is typed and when what is typed cannot be read (`typed.invalid`). */
  readonly onChange: (value: string | null, typed: Typed) => void
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly onBlur?: (() => void) | undefined
}

interface Notation<P> {
  readonly toText: (value: string | null) => string
  readonly read: (text: string) => Result<string | null, P>
  readonly problemText: (problem: P) => string
  /** Adds what the numeric keypad has no key for. */
  readonly amend?: ((text: string, before: string) => string) | undefined
  readonly placeholder: string
  readonly maxLength: number
  /** The platform's own calendar or clock beside what is typed. */
  readonly picker?: Picker | undefined
}

export interface Picker {
  readonly type: 'date' | 'time' | 'datetime-local'
  readonly icon: IconName
  readonly label: string
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** A day or time typed on a numeric keypad in the notation people write, kept in the one that computers sort. */
export function TypedField<P>({
  field: { label, labelHidden, hint, error, required, id, value, onChange, onBlur, ...input },
  toText,
  read,
  problemText,
  amend = text => text,
  placeholder,
  maxLength,
  picker,
}: Notation<P> & { readonly field: TypedFieldProps }) {
  const native = useRef<HTMLInputElement>(null)
  const typed = useTypedText(value, toText, read)
  const change = (raw: string) => {
    const reading = read(raw)
    typed.type(raw)
    onChange(reading.ok ? reading.value : null, { raw, invalid: !reading.ok })
  }
  const shownError = typed.reading.ok || typed.isFocused ? error : problemText(typed.reading.error)
  return (
    <Field {...{ label, labelHidden, hint, required, id }} error={shownError}>
      {control => (
        <div
          className={classNames(
            inputStyles.frame,
            inputStyles.narrow,
            picker?.type === 'datetime-local' && styles.long,
            styles.frame,
          )}
        >
          <input
            {...control}
            {...input}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={maxLength}
            placeholder={placeholder}
            className={inputStyles.control}
            value={typed.text}
            onFocus={typed.focus}
            onBlur={() => {
              typed.blur()
              onBlur?.()
            }}
            onChange={event => change(amend(event.target.value, typed.text))}
          />
          {picker && !input.disabled && !input.readOnly && (
            <>
              <input
                ref={native}
                type={picker.type}
                className={styles.native}
                tabIndex={-1}
                aria-hidden="true"
                min={picker.min}
                max={picker.max}
                value={typed.reading.ok ? (typed.reading.value ?? '') : ''}
                onChange={event => change(toText(event.target.value || null))}
              />
              <IconButton
                icon={picker.icon}
                label={picker.label}
                onClick={() => native.current?.showPicker()}
              />
            </>
          )}
        </div>
      )}
    </Field>
  )
}
