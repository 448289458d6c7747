// oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- a list below a combobox
// has no native element; its keys are the box's (W3C combobox pattern).
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { searchKey } from '../../lib/search-key.ts'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icon.tsx'
import inputStyles from './input.module.css'
import type { Option } from './option.ts'
import styles from './search-select.module.css'

export interface SearchSelectProps extends FieldFrame {
  readonly options: readonly (Option & { readonly meta?: string | undefined })[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly placeholder?: string | undefined
  readonly disabled?: boolean | undefined
}

const mostShown = 50

/** One of many (a commune, a clause), found by typing without diacritics. Shows the 50 best at most. */
export function SearchSelect({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  options,
  value,
  onChange,
  placeholder,
  disabled,
}: SearchSelectProps) {
  const { t } = useTranslation('ui')
  const input = useRef<HTMLInputElement>(null)
  const [search, setSearch] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const chosen = options.find(option => option.value === value)
  const isOpen = search !== null
  const key = searchKey(search ?? '')
  const matches = isOpen
    ? options
        .filter(option => searchKey(`${option.label} ${option.meta ?? ''}`).includes(key))
        .slice(0, mostShown)
    : []

  const open = (text: string) => {
    setSearch(text)
    setAt(0)
  }
  const choose = (option: Option | undefined) => {
    if (option) onChange(option.value)
    setSearch(null)
  }
  const move = (to: number, event: KeyboardEvent) => {
    event.preventDefault()
    if (!isOpen) return open('')
    const next = Math.max(0, Math.min(matches.length - 1, to))
    setAt(next)
    document.getElementById(`${input.current?.id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(isOpen ? at + 1 : 0, event)
    else if (event.key === 'ArrowUp') move(at - 1, event)
    else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      choose(matches[at])
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      setSearch(null)
    }
  }
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }}>
      {(control, labelId) => (
        <div className={styles.select}>
          <div className={inputStyles.frame}>
            <input
              {...control}
              {...{ disabled, placeholder }}
              ref={input}
              type="text"
              role="combobox"
              aria-expanded={isOpen}
              aria-controls={`${control.id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={isOpen && matches.length > 0 ? `${control.id}-${at}` : undefined}
              autoComplete="off"
              className={inputStyles.control}
              value={search ?? chosen?.label ?? ''}
              onChange={event => open(event.target.value)}
              onClick={event => {
                if (!isOpen) open('')
                event.currentTarget.select()
              }}
              onBlur={() => setSearch(null)}
              onKeyDown={press}
            />
            {chosen && !disabled ? (
              <IconButton icon="cross" label={t('searchSelect.clear')} onClick={() => onChange(null)} />
            ) : (
              <span className={inputStyles.beside}>
                <Icon name="chevronDown" />
              </span>
            )}
          </div>
          {isOpen && (
            <div className={styles.popup}>
              <div id={`${control.id}-list`} role="listbox" aria-labelledby={labelId} className={styles.list}>
                {matches.map((option, index) => (
                  <div
                    key={option.value}
                    id={`${control.id}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={option.value === value}
                    className={classNames(styles.option, index === at && styles.active)}
                    // The box keeps the focus, so its blur does not close the list before the click.
                    onMouseDown={event => event.preventDefault()}
                    onClick={() => choose(option)}
                  >
                    <span>
                      {option.label}
                      {option.meta !== undefined && <span className={styles.meta}>{option.meta}</span>}
                    </span>
                    {option.value === value && <Icon name="check" />}
                  </div>
                ))}
              </div>
              {matches.length === 0 && <output className={styles.none}>{t('searchSelect.noMatch')}</output>}
            </div>
          )}
        </div>
      )}
    </Field>
  )
}
