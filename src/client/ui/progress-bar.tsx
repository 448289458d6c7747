import type { ReactNode } from 'react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './progress-bar.module.css'

export interface ProgressBarProps {
  readonly label: ReactNode
  readonly labelHidden?: boolean | undefined
  readonly done: number
  readonly total: number
  /** Other words than "12/72"; `false` hides the count from view. */
  readonly count?: ReactNode | false
}

/** How much of a countable whole is done. */
export function ProgressBar({ label, labelHidden, done, total, count }: ProgressBarProps) {
  const { t } = useTranslation('ui')
  const id = useId()
  const usual = t('progress.count', { done, total })
  return (
    <div className={classNames(styles.progress, labelHidden && styles.inline)}>
      <div className={styles.words}>
        <label htmlFor={id} className={labelHidden ? styles.hidden : undefined}>
          {label}
        </label>
        {count !== false && <span className={styles.count}>{count ?? usual}</span>}
      </div>
      <progress
        id={id}
        className={classNames(styles.bar, done >= total && styles.full)}
        value={total === 0 ? 1 : done}
        max={total === 0 ? 1 : total}
        aria-valuetext={usual}
      />
    </div>
  )
}
