import styles from './filter-chips.module.css'
import { Icon } from './icon.tsx'
import type { Option } from './option.ts'

export interface FilterChipsProps {
  readonly label: string
  readonly options: readonly (Option & { readonly count?: number | undefined })[]
  /** The chosen values; none means no filter. */
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  /** `one`, the default: choosing another chip lets go of the one before. */
  readonly kind?: 'one' | 'many' | undefined
}

/** Quick filters above a list; on phones they scroll sideways. */
export function FilterChips({ label, options, value, onChange, kind = 'one' }: FilterChipsProps) {
  const toggle = (chip: string) => {
    if (value.includes(chip)) onChange(value.filter(other => other !== chip))
    else onChange(kind === 'one' ? [chip] : [...value, chip])
  }
  return (
    <fieldset className={styles.chips} aria-label={label}>
      {options.map(option => {
        const isOn = value.includes(option.value)
        return (
          <button
            key={option.value}
            type="button"
            className={styles.chip}
            aria-pressed={isOn}
            onClick={() => toggle(option.value)}
          >
            {isOn && <Icon name="check" size="s" />}
            <span dir="auto">{option.label}</span>
            {option.count !== undefined && <span className={styles.count}>{option.count}</span>}
          </button>
        )
      })}
    </fieldset>
  )
}
