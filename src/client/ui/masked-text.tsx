import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from './text-field.tsx'
import type { TextFieldProps } from './text-field.tsx'
import { fillsMask, fitToMask, keepNumberSigns, maskToExample, wantsOnlyDigits } from './text-mask.ts'
import type { Typed } from './typed.ts'

export interface MaskedTextProps extends Omit<
  TextFieldProps,
  'onChange' | 'type' | 'inputMode' | 'maxLength'
> {
  /** The value is the text as typed, leading zeros and signs of the mask included. */
  readonly onChange: (value: string, typed: Typed) => void
  /** `9` a digit, `a` a letter, `*` either, anything else itself. Without a mask: digits and their marks (`numbers`). */
  readonly mask?: string | undefined
}

/** A text of digits (an identity number, a telephone number, a file number) on the numeric keypad; it stays a text. */
export function MaskedText({ mask, value, onChange, onBlur, error, placeholder, ...rest }: MaskedTextProps) {
  const { t } = useTranslation('ui')
  const [isFocused, setFocused] = useState(false)
  const isComplete = (text: string) => mask === undefined || text === '' || fillsMask(text, mask)
  const isDigits = mask === undefined || wantsOnlyDigits(mask)
  const example = mask === undefined ? undefined : maskToExample(mask)
  const shownError = isFocused || isComplete(value) ? error : t('mask.incomplete', { example })
  return (
    <TextField
      autoComplete="off"
      spellCheck={false}
      {...rest}
      error={shownError}
      value={value}
      placeholder={placeholder ?? example}
      inputMode={isDigits ? (mask === undefined ? 'tel' : 'numeric') : 'text'}
      onFocus={() => setFocused(true)}
      onBlur={event => {
        setFocused(false)
        onBlur?.(event)
      }}
      onChange={raw => {
        const text = mask === undefined ? keepNumberSigns(raw) : fitToMask(raw, mask, value)
        onChange(text, { raw, invalid: !isComplete(text) })
      }}
    />
  )
}
