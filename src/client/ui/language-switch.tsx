import { useTranslation } from 'react-i18next'
import { languageCodes, languages } from '../i18n/languages.ts'
import { useLanguage } from '../i18n/use-language.ts'
import styles from './language-switch.module.css'

/** Every language by its own name; where space is short and not `isFull`, only the one that is not shown now. */
export function LanguageSwitch({ isFull = false }: { readonly isFull?: boolean }) {
  const { t } = useTranslation('ui')
  const { language, setLanguage } = useLanguage()
  return (
    <fieldset
      className={isFull ? styles.switch : `${styles.switch} ${styles.short}`}
      aria-label={t('language.label')}
    >
      {languageCodes.map(code => (
        <button
          key={code}
          type="button"
          lang={code}
          className={styles.option}
          aria-pressed={code === language}
          aria-label={`${languages[code].short} ${languages[code].name}`}
          onClick={() => {
            void setLanguage(code)
          }}
        >
          <span className={styles.name}>{languages[code].name}</span>
          <span className={styles.code}>{languages[code].short}</span>
        </button>
      ))}
    </fieldset>
  )
}
