import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icon.tsx'
import styles from './input.module.css'

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string | undefined
  /** Waits until typing pauses; 0, the default, tells every letter. */
  readonly debounceMs?: number | undefined
}

export function SearchField({ label, value, onChange, placeholder, debounceMs = 0 }: SearchFieldProps) {
  const { t } = useTranslation('ui')
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    setText(value)
  }
  const tell = useEffectEvent(onChange)
  useEffect(() => {
    if (text === value || debounceMs === 0) return undefined
    const timer = setTimeout(() => tell(text), debounceMs)
    return () => clearTimeout(timer)
  }, [text, value, debounceMs])
  const change = (next: string) => {
    setText(next)
    if (debounceMs === 0 || next === '') onChange(next)
  }
  return (
    <Field label={label} labelHidden wide>
      {control => (
        <div className={styles.frame}>
          <span className={styles.before}>
            <Icon name="search" />
          </span>
          <input
            {...control}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            placeholder={placeholder ?? label}
            className={styles.control}
            value={text}
            onChange={event => change(event.target.value)}
          />
          {text !== '' && <IconButton icon="cross" label={t('search.clear')} onClick={() => change('')} />}
        </div>
      )}
    </Field>
  )
}
