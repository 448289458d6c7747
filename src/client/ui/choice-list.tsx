import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './choice-list.module.css'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import type { Option } from './option.ts'

export interface ChoiceOption extends Option {
  readonly hint?: string | undefined
  /** Where its picture is, empty while that is not known; any option that has one makes the list tiles. */
  readonly image?: string | undefined
  readonly disabled?: boolean | undefined
}

export type ChoiceListProps = FieldFrame & {
  readonly options: readonly ChoiceOption[]
  /** At most so many beside each other, fewer where they do not fit; `pack` gives each the room of its words. */
  readonly columns?: number | 'pack' | undefined
  /** A scale on one line, its words below its marks; a plain list on phones. */
  readonly likert?: boolean | undefined
  readonly disabled?: boolean | undefined
} & (
    | {
        readonly kind: 'one'
        readonly value: string | null
        readonly onChange: (value: string | null) => void
        /** A button below takes the choice back. */
        readonly clearable?: boolean | undefined
      }
    | {
        readonly kind: 'many'
        /** In the order of the options. */
        readonly value: readonly string[]
        readonly onChange: (value: readonly string[]) => void
      }
  )

/** Radio buttons or checkboxes as big rows; the whole row is the target. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, labelHidden, hint, error, required, id, options, columns, likert, disabled } = props
  const { t } = useTranslation('ui')
  const hasImages = options.some(option => option.image !== undefined)
  const most = typeof columns === 'number' ? columns : hasImages ? Math.min(options.length, 4) : 1
  const isGrid = !likert && columns !== 'pack' && most > 1
  const isChosen = (value: string) =>
    props.kind === 'one' ? props.value === value : props.value.includes(value)
  const choose = (chosen: string, isOn: boolean) => {
    if (props.kind === 'one') props.onChange(chosen)
    else {
      const values = options.map(option => option.value)
      props.onChange(values.filter(value => (value === chosen ? isOn : props.value.includes(value))))
    }
  }
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }} group wide={likert || most > 2}>
      {({ 'aria-required': needed, 'aria-invalid': invalid, ...group }, labelId) => (
        <div
          {...group}
          aria-labelledby={labelId}
          role={props.kind === 'one' ? 'radiogroup' : 'group'}
          aria-required={props.kind === 'one' ? needed : undefined}
          aria-invalid={props.kind === 'one' ? invalid : undefined}
          className={styles.group}
        >
          <div
            className={classNames(
              styles.list,
              likert && styles.likert,
              !likert && columns === 'pack' && styles.pack,
              isGrid && styles.grid,
              hasImages && styles.tiles,
            )}
            style={isGrid ? { '--most': most } : undefined}
          >
            {options.map(option => (
              <label key={option.value} className={styles.row}>
                <input
                  type={props.kind === 'one' ? 'radio' : 'checkbox'}
                  name={group.id}
                  className={styles.input}
                  checked={isChosen(option.value)}
                  disabled={disabled || option.disabled}
                  onChange={event => choose(option.value, event.target.checked)}
                />
                {option.image === '' && <span className={styles.image} />}
                {option.image && <img src={option.image} alt="" className={styles.image} loading="lazy" />}
                <span dir="auto" className={styles.words}>
                  {option.label}
                  {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
                </span>
              </label>
            ))}
          </div>
          {props.kind === 'one' && props.clearable && props.value !== null && !disabled && (
            <div>
              <Button look="quiet" icon="undo" onClick={() => props.onChange(null)}>
                {t('choice.clear')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Field>
  )
}
