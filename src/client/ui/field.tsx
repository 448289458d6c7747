import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { Icon } from './icon.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** What every field has around its control. */
export interface FieldFrame {
  readonly label: ReactNode
  /** The label is said, not shown (a search box, a table cell, a question that has its own heading). */
  readonly labelHidden?: boolean | undefined
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean | undefined
  readonly id?: string | undefined
}

/** Attributes to spread on the control so that label, hint and error are said with it. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

interface FieldProps extends FieldFrame {
  /** As wide as its place instead of as wide as one reads. */
  readonly wide?: boolean | undefined
  /** A group of controls (radios, checkboxes): no <label> can name it, `aria-labelledby={labelId}` does. */
  readonly group?: boolean | undefined
  readonly children: (control: FieldControl, labelId: string) => ReactNode
}

/** Label, hint and error of one control or group of controls, wired to it. */
export function Field({ label, labelHidden, hint, error, required, id, group, wide, children }: FieldProps) {
  const { t } = useTranslation('ui')
  const ownId = useId()
  const controlId = id ?? ownId
  const ids = { label: `${controlId}-label`, hint: `${controlId}-hint`, error: `${controlId}-error` }
  const describedBy = classNames(hint != null && ids.hint, error != null && ids.error) || undefined
  const words = (
    <>
      {label}
      {required && (
        <>
          <span className={styles.mark} aria-hidden="true">
            {'\u00a0*'}
          </span>
          <VisuallyHidden>{` (${t('field.required')})`}</VisuallyHidden>
        </>
      )}
    </>
  )
  const labelClass = classNames(styles.label, labelHidden && styles.hidden)
  return (
    <div className={classNames(styles.field, wide && styles.wide)}>
      {group ? (
        <span id={ids.label} dir="auto" className={labelClass}>
          {words}
        </span>
      ) : (
        <label id={ids.label} htmlFor={controlId} dir="auto" className={labelClass}>
          {words}
        </label>
      )}
      {hint != null && (
        <div id={ids.hint} dir="auto" className={styles.hint}>
          {hint}
        </div>
      )}
      {children(
        {
          id: controlId,
          'aria-describedby': describedBy,
          'aria-invalid': error != null || undefined,
          'aria-required': required || undefined,
        },
        ids.label,
      )}
      {error != null && (
        <div id={ids.error} className={styles.error}>
          <Icon name="octagon" size="s" className={styles.errorIcon} />
          <span dir="auto">{error}</span>
        </div>
      )}
    </div>
  )
}
