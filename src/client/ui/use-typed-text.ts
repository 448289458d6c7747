import { useState } from 'react'
import type { Result } from '../../lib/result.ts'

export interface TypedText<T, P> {
  readonly text: string
  readonly reading: Result<T | null, P>
  readonly isFocused: boolean
  readonly type: (text: string) => void
  readonly focus: () => void
  readonly blur: () => void
}

/**
 * The text of a field whose value is something else (a number, a day). While the person types, the text is theirs;
 * a value from outside (undo, another tablet, a slow store) shows only when the field is not being typed in.
 */
export function useTypedText<T extends string | number, P>(
  value: T | null,
  toText: (value: T | null) => string,
  read: (text: string) => Result<T | null, P>,
): TypedText<T, P> {
  const [text, setText] = useState(() => toText(value))
  const [seen, setSeen] = useState(value)
  const [isFocused, setFocused] = useState(false)
  const [isTouched, setTouched] = useState(false)
  const reading = read(text)
  // A text that cannot be read stands for "no value": it stays, so that it can be corrected.
  const says = reading.ok ? reading.value : null

  if (value !== seen) {
    setSeen(value)
    if (!isFocused && value !== says) setText(toText(value))
  }
  return {
    text,
    reading,
    isFocused,
    type: next => {
      setText(next)
      setTouched(true)
    },
    focus: () => {
      setFocused(true)
      setTouched(false)
    },
    blur: () => {
      setFocused(false)
      if (isTouched) {
        if (reading.ok) setText(toText(reading.value))
      } else if (value !== says) setText(toText(value))
    },
  }
}
