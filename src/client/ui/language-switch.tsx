import { useTranslation } from 'react-i18next'
import { languageCodes, languages } from '../i18n/languages.ts'
import { useLanguage } from '../i18n/use-language.ts'
import styles from './language-switch.module.css'

/** Every language by its own name; where space is short, only the one that is not shown now. */
export function LanguageSwitch() {
  const { t } = useTranslation('ui')
  const { language, setLanguage } = useLanguage()
  return (
    <fieldset className={styles.switch} aria-label={t('language.label')}>
      {languageCodes.map(code => (
        <button
          key={code}
          type="button"
          lang={code}
          className={styles.option}
          aria-pressed={code === language}
          aria-label={languages[code].name}
          onClick={() => {
            void setLanguage(code)
          }}
        >
          <span className={styles.long}>{languages[code].name}</span>
          <span className={styles.short}>{languages[code].short}</span>
        </button>
      ))}
    </fieldset>
  )
}
