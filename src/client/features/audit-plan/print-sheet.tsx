import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './print-sheet.module.css'

/** What goes on paper in place of the screen: heading, title, text, who signs. Hidden on the screen. */
export function PrintSheet({
  agency,
  title,
  subtitle,
  signer,
  children,
}: {
  readonly agency: string
  readonly title: string
  readonly subtitle: string
  readonly signer: string
  readonly children: ReactNode
}) {
  const { t } = useTranslation('auditPlan')
  return (
    <article className={styles.sheet} data-print-sheet>
      <header className={styles.head}>
        <div>
          <p className={styles.strong}>{agency}</p>
          <p>{t('print.number')}</p>
        </div>
        <div>
          <p className={styles.strong}>{t('print.nation')}</p>
          <p className={styles.motto}>{t('print.motto')}</p>
        </div>
      </header>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.subtitle}>{subtitle}</p>
      {children}
      <footer className={styles.foot}>
        <div>
          <p className={styles.place}>{t('print.date')}</p>
          <p className={styles.strong}>{signer}</p>
          <p className={styles.place}>{t('print.sign')}</p>
        </div>
      </footer>
    </article>
  )
}
