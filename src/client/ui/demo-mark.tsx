import { useTranslation } from 'react-i18next'
import styles from './demo-mark.module.css'

/** Stands at the top of every screen in demo mode, so that nobody takes its data for real. */
export function DemoMark() {
  const { t } = useTranslation('ui')
  return <p className={styles.mark}>{t('shell.demo')}</p>
}
