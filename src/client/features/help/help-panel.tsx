import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Stack } from '../../ui/stack.tsx'
import { findHelp } from './find-help.ts'
import { guidesOf } from './guide-roles.ts'
import styles from './help.module.css'
import { useOwnRoles } from './use-own-roles.ts'

/** What this page is for, how it is done, what happens next and what is often asked. Needs no network. */
export function HelpPanel({ onClose }: { readonly onClose: () => void }) {
  const { t, ready } = useTranslation(['help', 'guide'])
  const { pathname } = useLocation()
  const guides = guidesOf(useOwnRoles())
  const [openedAt] = useState(pathname)
  const name = findHelp(pathname)
  // By a link of its own, or by the way back: it is the help of one page.
  useEffect(() => {
    if (pathname !== openedAt) onClose()
  }, [pathname, openedAt, onClose])
  if (!ready || name === undefined) return null
  const { about, steps, after, ask } = t(`page.${name}`, { returnObjects: true })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      actions={
        name === 'guide' || guides.length === 0
          ? undefined
          : guides.map(role => (
              <ButtonLink key={role} to={`/guide/${role}`} icon="book">
                {t('guide', { role: t(`guide:role.${role}`) })}
              </ButtonLink>
            ))
      }
    >
      <Stack>
        <p>{about}</p>
        <section>
          <h3 className={styles.heading}>{t('steps')}</h3>
          <ol className={styles.steps}>
            {Object.entries(steps).map(([key, words]) => (
              <li key={key}>{words}</li>
            ))}
          </ol>
        </section>
        <section>
          <h3 className={styles.heading}>{t('after')}</h3>
          <p>{after}</p>
        </section>
        <section>
          <h3 className={styles.heading}>{t('ask')}</h3>
          <dl className={styles.ask}>
            {Object.entries(ask).map(([key, { question, answer }]) => (
              <div key={key}>
                <dt className={styles.question}>{question}</dt>
                <dd className={styles.answer}>{answer}</dd>
              </div>
            ))}
          </dl>
        </section>
        <p className={styles.safe}>{t('safe')}</p>
      </Stack>
    </Dialog>
  )
}
