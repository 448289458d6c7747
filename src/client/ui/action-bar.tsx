import type { ReactNode } from 'react'
import styles from './action-bar.module.css'

export interface ActionBarProps {
  /** Stands between the buttons, above them on a phone: a ProgressBar, "Đã lưu trên máy". */
  readonly status?: ReactNode
  /** One or two buttons, the main one last. */
  readonly children: ReactNode
}

/** The page's next step, kept in reach of the thumb above the navigation. Last child of the page. */
export function ActionBar({ status, children }: ActionBarProps) {
  return (
    <div className={styles.bar}>
      {status != null && <div className={styles.status}>{status}</div>}
      {children}
    </div>
  )
}
