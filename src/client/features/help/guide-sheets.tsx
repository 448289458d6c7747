import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/use-language.ts'
import { GuidePicture } from './guide-picture.tsx'
import { guideScreens, type GuideRole } from './guide-roles.ts'
import styles from './guide.module.css'

/** The two pages of a role: its work with pictures; signs, troubles and whom to call. */
export function GuideSheets({ role }: { readonly role: GuideRole }) {
  const { t } = useTranslation('guide')
  const { language } = useLanguage()
  const { lead, steps, remember } = t(`guide.${role}`, { returnObjects: true })
  const signs = t('sign', { returnObjects: true })
  const fixes = t('fix', { returnObjects: true })
  const head = (number: number) => (
    <header className={styles.head}>
      <p className={styles.product}>{t('product')}</p>
      <p>{t('page', { number })}</p>
    </header>
  )
  return (
    <article className={styles.sheets}>
      <section className={styles.sheet}>
        {head(1)}
        <h2 className={styles.title}>{t(`role.${role}`)}</h2>
        <p className={styles.lead}>{lead}</p>
        <h3 className={styles.heading}>{t('steps')}</h3>
        <ol className={styles.steps}>
          {Object.entries(steps).map(([key, step]) => (
            <li key={key}>
              <strong>{step.do}</strong>
              <span>{step.how}</span>
            </li>
          ))}
        </ol>
        <div className={styles.pictures}>
          {guideScreens[role].map(screen => (
            <GuidePicture key={`${screen} ${language}`} screen={screen} language={language} />
          ))}
        </div>
      </section>
      <section className={styles.sheet}>
        {head(2)}
        <h3 className={styles.heading}>{t('remember')}</h3>
        <ul className={styles.remember}>
          {Object.entries(remember).map(([key, words]) => (
            <li key={key}>{words}</li>
          ))}
        </ul>
        <h3 className={styles.heading}>{t('signs')}</h3>
        <dl className={styles.pairs}>
          {Object.entries(signs).map(([key, { mark, means }]) => (
            <div key={key}>
              <dt>{mark}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
        <h3 className={styles.heading}>{t('trouble')}</h3>
        <dl className={styles.pairs}>
          {Object.entries(fixes).map(([key, { when, then }]) => (
            <div key={key}>
              <dt>{when}</dt>
              <dd>{then}</dd>
            </div>
          ))}
        </dl>
        <h3 className={styles.heading}>{t('support')}</h3>
        <dl className={styles.blanks}>
          {(['name', 'phone', 'tablet'] as const).map(key => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd />
            </div>
          ))}
        </dl>
      </section>
    </article>
  )
}
