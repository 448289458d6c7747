import type { ReactNode } from 'react'
import styles from './row-list.module.css'

/** The list around ListRows. */
export function RowList({
  label,
  children,
}: {
  readonly label?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}
