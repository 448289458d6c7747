import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './figures.module.css'

interface Props {
  readonly title: string
  readonly hint?: string | undefined
  readonly isEmpty?: boolean | undefined
  /** What is said when there is nothing to show. */
  readonly none?: string | undefined
  readonly children: ReactNode
  readonly table?: ReactNode
}

/** A figure: what it says in words, its picture, and the table that the picture is drawn from. */
export function FigureFrame({ title, hint, isEmpty = false, none, children, table }: Props) {
  const { t } = useTranslation('board')
  return (
    <Card title={title}>
      <div className={styles.figure}>
        {isEmpty ? (
          <p className={styles.soft}>{none ?? t('figures.noData')}</p>
        ) : (
          <>
            {hint !== undefined && <p className={styles.soft}>{hint}</p>}
            {children}
            {table && (
              <details className={styles.more}>
                <summary>
                  <Icon name="list" />
                  {t('figures.table')}
                </summary>
                <div className={styles.scroll}>{table}</div>
              </details>
            )}
          </>
        )}
      </div>
    </Card>
  )
}
