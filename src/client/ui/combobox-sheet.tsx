// oxlint-disable jsx-a11y/prefer-tag-over-role -- a <datalist> or <select> can neither be searched nor hold 10,000 rows
import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './combobox-sheet.module.css'
import { Dialog } from './dialog.tsx'
import { filterOptions, toSearched } from './filter-options.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import inputStyles from './input.module.css'
import type { Option } from './option.ts'

interface ComboboxSheetProps {
  readonly title: ReactNode
  readonly kind: 'one' | 'many'
  readonly options: readonly Option[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (values: ReadonlySet<string>) => void
  readonly onClose: () => void
}

/** The search and the list of a Combobox. Only the rows in view exist; the arrow keys walk while the focus types. */
export function ComboboxSheet({ title, kind, options, chosen, onChange, onClose }: ComboboxSheetProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const [query, setQuery] = useState('')
  const searched = useMemo(() => toSearched(options), [options])
  const asked = useDeferredValue(query)
  const found = useMemo(() => filterOptions(searched, asked), [searched, asked])
  const firstChosen = () => options.findIndex(option => chosen.has(option.value))
  const [activeRow, setActiveRow] = useState(() => Math.max(0, firstChosen()))
  const active = Math.min(activeRow, found.length - 1)
  const rows = useVirtualizer({
    count: found.length,
    getScrollElement: () => list.current,
    estimateSize: () => 52,
    getItemKey: at => found[at]?.value ?? at,
    overscan: 8,
  })
  useEffect(() => {
    rows.scrollToIndex(activeRow, { align: 'center' })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the sheet opens on what was chosen before
  }, [])
  const choose = (option: Option | undefined) => {
    if (!option) return
    if (kind === 'one') {
      onChange(new Set([option.value]))
      onClose()
      return
    }
    const next = new Set(chosen)
    if (!next.delete(option.value)) next.add(option.value)
    onChange(next)
  }
  const ask = (next: string) => {
    setQuery(next)
    setActiveRow(0)
    rows.scrollToOffset(0)
  }
  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(found[active])
      return
    }
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(found.length - 1, active + step))
    setActiveRow(next)
    rows.scrollToIndex(next)
  }
  const rowId = (at: number) => `${listId}-${at}`
  return (
    <Dialog
      open
      phone="above"
      title={title}
      onClose={onClose}
      initialFocus={search}
      actions={
        kind === 'many' ? (
          <Button look="primary" icon="check" onClick={onClose}>
            {chosen.size === 0 ? t('combobox.done') : t('combobox.doneWith', { count: chosen.size })}
          </Button>
        ) : undefined
      }
    >
      <div className={styles.sheet}>
        <div className={inputStyles.frame}>
          <span className={inputStyles.before}>
            <Icon name="search" />
          </span>
          <input
            ref={search}
            type="text"
            role="combobox"
            aria-label={t('combobox.search')}
            aria-expanded="true"
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={found.length > 0 ? rowId(active) : undefined}
            enterKeyHint="done"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={t('combobox.search')}
            className={inputStyles.control}
            value={query}
            onChange={event => ask(event.target.value)}
            onKeyDown={walk}
          />
          {query !== '' && <IconButton icon="cross" label={t('search.clear')} onClick={() => ask('')} />}
        </div>
        <output className={styles.count}>
          {found.length === 0
            ? t('combobox.nothing')
            : t('combobox.found', { count: found.length, shown: format.number(found.length) })}
        </output>
        <div
          ref={list}
          id={listId}
          role="listbox"
          // The search field holds the focus; this is for those who tap into the list.
          tabIndex={-1}
          aria-label={t('combobox.choices')}
          aria-multiselectable={kind === 'many'}
          className={styles.list}
        >
          <div role="presentation" className={styles.all} style={{ '--height': `${rows.getTotalSize()}px` }}>
            {rows.getVirtualItems().map(row => {
              const option = found[row.index]
              if (!option) return null
              const isChosen = chosen.has(option.value)
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the search field holds the focus and hears the keys
                <div
                  key={row.key}
                  ref={rows.measureElement}
                  data-index={row.index}
                  id={rowId(row.index)}
                  role="option"
                  aria-selected={isChosen}
                  aria-setsize={found.length}
                  aria-posinset={row.index + 1}
                  className={classNames(styles.row, row.index === active && styles.active)}
                  style={{ '--top': `${row.start}px` }}
                  onClick={() => {
                    setActiveRow(row.index)
                    choose(option)
                  }}
                >
                  <span
                    className={classNames(
                      styles.mark,
                      kind === 'one' && styles.round,
                      isChosen && styles.chosen,
                    )}
                  >
                    {isChosen && <Icon name="check" size="s" />}
                  </span>
                  <bdi>{option.label}</bdi>
                </div>
              )
            })}
          </div>
        </div>
      </div>
    </Dialog>
  )
}
