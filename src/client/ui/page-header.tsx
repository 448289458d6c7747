import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { To } from 'react-router'
import { Icon } from './icon.tsx'
import styles from './page-header.module.css'

export interface PageHeaderProps {
  readonly title: ReactNode
  readonly subtitle?: ReactNode
  readonly back?: { readonly to: To; readonly label: string } | undefined
  /** Marks under the title: state, progress. */
  readonly state?: ReactNode
  readonly actions?: ReactNode
}

export function PageHeader({ title, subtitle, back, state, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {back && (
        <Link to={back.to} className={styles.back}>
          <Icon name="arrowLeft" size="s" />
          {back.label}
        </Link>
      )}
      <div className={styles.row}>
        <div className={styles.words}>
          <h1 dir="auto">{title}</h1>
          {subtitle != null && <p className={styles.subtitle}>{subtitle}</p>}
          {state != null && <div className={styles.state}>{state}</div>}
        </div>
        {actions != null && <div className={styles.actions}>{actions}</div>}
      </div>
    </header>
  )
}
