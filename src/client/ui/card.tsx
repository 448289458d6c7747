import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names.ts'

export interface CardProps {
  readonly title?: ReactNode
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
  /** The content (a list, a table) reaches the edges. */
  readonly flush?: boolean | undefined
  readonly titleLevel?: 'h2' | 'h3' | undefined
}

export function Card({ title, subtitle, actions, children, flush, titleLevel: Title = 'h2' }: CardProps) {
  const titleId = useId()
  return (
    <section className={styles.card} aria-labelledby={title == null ? undefined : titleId}>
      {(title != null || actions != null) && (
        <header className={styles.header}>
          <div className={styles.words}>
            {title != null && (
              <Title id={titleId} dir="auto" className={styles.title}>
                {title}
              </Title>
            )}
            {subtitle != null && <p className={styles.subtitle}>{subtitle}</p>}
          </div>
          {actions != null && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={classNames(styles.body, flush && styles.flush)}>{children}</div>
    </section>
  )
}
