import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { ComboboxSheet } from './combobox-sheet.tsx'
import styles from './combobox.module.css'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import inputStyles from './input.module.css'
import type { ChoiceValue } from './choice-value.ts'
import type { Option } from './option.ts'

export type ComboboxProps = FieldFrame & {
  readonly options: readonly Option[]
  /** Stands there while nothing is chosen: what that means for a filter. */
  readonly empty?: string | undefined
  readonly disabled?: boolean | undefined
} & ChoiceValue

/** One or many of thousands: what is chosen stands in the form, the choosing happens on a sheet with a search. */
export function Combobox(props: ComboboxProps) {
  const { label, labelHidden, hint, error, required, id, options, empty, disabled } = props
  const { t } = useTranslation('ui')
  const [isOpen, setOpen] = useState(false)
  const labels = useMemo(() => new Map(options.map(option => [option.value, option.label])), [options])
  const chosen = props.kind === 'many' ? props.value : props.value === null ? [] : [props.value]
  const change = (values: ReadonlySet<string>) => {
    const inOrder = options.flatMap(({ value }) => (values.has(value) ? [value] : []))
    if (props.kind === 'many') props.onChange(inOrder)
    else props.onChange(inOrder[0] ?? null)
  }
  const words =
    props.kind === 'many' && chosen.length > 0
      ? t('combobox.chosen', { count: chosen.length })
      : chosen.map(value => labels.get(value) ?? value).join('')
  const remove = (value: string) => change(new Set(chosen.filter(other => other !== value)))
  const chosenId = (controlId: string) => `${controlId}-chosen`
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }}>
      {(control, labelId) => (
        <>
          <div
            className={classNames(
              inputStyles.frame,
              control['aria-invalid'] && styles.invalid,
              disabled && styles.off,
            )}
          >
            <button
              id={control.id}
              aria-describedby={control['aria-describedby']}
              type="button"
              aria-haspopup="dialog"
              aria-labelledby={`${labelId} ${chosenId(control.id)}`}
              className={classNames(inputStyles.control, styles.button)}
              disabled={disabled}
              onClick={() => setOpen(true)}
            >
              <span
                id={chosenId(control.id)}
                dir="auto"
                className={words === '' ? styles.none : styles.words}
              >
                {words || (empty ?? t('select.none'))}
              </span>
              <Icon name="chevronDown" className={styles.mark} />
            </button>
            {props.kind === 'one' && props.value !== null && !disabled && (
              <span className={styles.clear}>
                <IconButton icon="cross" label={t('choice.clear')} onClick={() => props.onChange(null)} />
              </span>
            )}
          </div>
          {props.kind === 'many' && chosen.length > 0 && (
            <ul className={styles.chips} aria-labelledby={labelId}>
              {chosen.map(value => (
                <li key={value} className={styles.chip}>
                  <bdi>{labels.get(value) ?? value}</bdi>
                  {!disabled && (
                    <IconButton
                      icon="cross"
                      label={t('combobox.remove', { option: labels.get(value) ?? value })}
                      onClick={() => remove(value)}
                    />
                  )}
                </li>
              ))}
            </ul>
          )}
          {isOpen && (
            <ComboboxSheet
              title={label}
              kind={props.kind}
              options={options}
              chosen={new Set(chosen)}
              onChange={change}
              onClose={() => setOpen(false)}
            />
          )}
        </>
      )}
    </Field>
  )
}
