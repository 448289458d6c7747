import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './choice-matrix.module.css'
import { classNames } from './class-names.ts'
import { Field } from './field.tsx'
import type { FieldFrame } from './field.tsx'
import { Icon } from './icon.tsx'
import type { Option } from './option.ts'
import type { ChoiceValue } from './choice-value.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

/** One question of the table. */
export type MatrixRow = {
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
} & ChoiceValue

export interface ChoiceMatrixProps extends FieldFrame {
  /** The answers that all rows share: the columns. */
  readonly options: readonly Option[]
  readonly rows: readonly MatrixRow[]
  readonly disabled?: boolean | undefined
}

/** Several questions with the same answers as a table; on phones a card per question. */
export function ChoiceMatrix({
  label,
  labelHidden,
  hint,
  error,
  required,
  id,
  options,
  rows,
  disabled,
}: ChoiceMatrixProps) {
  const { t } = useTranslation('ui')
  const columnId = useId()
  return (
    <Field {...{ label, labelHidden, hint, error, required, id }} group wide>
      {({ id: tableId, 'aria-describedby': describedBy }, labelId) => (
        <div className={styles.scroll}>
          <table
            id={tableId}
            aria-labelledby={labelId}
            aria-describedby={describedBy}
            className={styles.table}
            style={{ '--columns': options.length }}
          >
            <thead className={styles.head}>
              <tr>
                <th scope="col" className={styles.corner}>
                  <VisuallyHidden>{t('matrix.question')}</VisuallyHidden>
                </th>
                {options.map((option, at) => (
                  <th key={option.value} id={`${columnId}-${at}`} scope="col" className={styles.column}>
                    <bdi>{option.label}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className={styles.body}>
              {rows.map(row => (
                <tr key={row.id} className={classNames(styles.row, row.error != null && styles.wrong)}>
                  <th scope="row" className={styles.question}>
                    <RowWords row={row} />
                  </th>
                  {options.map((option, at) => (
                    <td key={option.value} className={styles.cell}>
                      <label className={styles.target}>
                        <input
                          type={row.kind === 'one' ? 'radio' : 'checkbox'}
                          name={row.id}
                          className={styles.input}
                          aria-labelledby={`${row.id}-label ${columnId}-${at}`}
                          aria-describedby={describers(row)}
                          checked={isChosen(row, option.value)}
                          disabled={disabled || row.disabled}
                          onChange={event => choose(row, options, option.value, event.target.checked)}
                          onClick={() => {
                            if (row.kind === 'one' && row.value === option.value) row.onChange(null)
                          }}
                        />
                        <span className={styles.answer} aria-hidden="true">
                          <bdi>{option.label}</bdi>
                        </span>
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Field>
  )
}

function RowWords({ row }: { readonly row: MatrixRow }) {
  const { t } = useTranslation('ui')
  return (
    <>
      <span id={`${row.id}-label`}>
        <bdi>{row.label}</bdi>
        {row.required && (
          <>
            <span className={styles.needed} aria-hidden="true">
              {' *'}
            </span>
            <VisuallyHidden>{` (${t('field.required')})`}</VisuallyHidden>
          </>
        )}
      </span>
      {row.hint != null && (
        <div id={`${row.id}-hint`} className={styles.hint}>
          {row.hint}
        </div>
      )}
      {row.error != null && (
        <div id={`${row.id}-error`} className={styles.error}>
          <Icon name="octagon" size="s" />
          <span>{row.error}</span>
        </div>
      )}
    </>
  )
}

function describers(row: MatrixRow): string | undefined {
  const ids = classNames(row.hint != null && `${row.id}-hint`, row.error != null && `${row.id}-error`)
  return ids || undefined
}

function isChosen(row: MatrixRow, option: string): boolean {
  return row.kind === 'one' ? row.value === option : row.value.includes(option)
}

function choose(row: MatrixRow, options: readonly Option[], chosen: string, isOn: boolean): void {
  if (row.kind === 'one') row.onChange(chosen)
  else {
    const values = options.map(option => option.value)
    row.onChange(values.filter(value => (value === chosen ? isOn : row.value.includes(value))))
  }
}
