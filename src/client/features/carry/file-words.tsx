import { useTranslation } from 'react-i18next'
import styles from './carry.module.css'
import { QrCode } from './qr-code.tsx'

/** The words that open a file, to be read out, written down or scanned. */
export function FileWords({ words }: { readonly words: string }) {
  const { t } = useTranslation('carry')
  return (
    <section className={styles.words} aria-label={t('words.title')}>
      <div className={styles.stack}>
        <p className={styles.strong}>{t('words.title')}</p>
        <ol className={styles.list} translate="no">
          {words.split(' ').map((word, at) => (
            // The same word may come twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{word}</li>
          ))}
        </ol>
        <p className={styles.soft}>{t('words.hint')}</p>
      </div>
      <QrCode text={words} label={t('words.qr')} />
    </section>
  )
}
