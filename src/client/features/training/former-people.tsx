import { useTranslation } from 'react-i18next'
import type { QmsFacts } from '../../../domain/qms/qms-facts.ts'
import { getTrainingTopic } from '../../../domain/qms/training-topics.ts'
import { useApp } from '../../context/app-context.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Card } from '../../ui/card.tsx'
import styles from './training.module.css'

/** Who has left the scope, with what they were trained in: rotation takes no history away. */
export function FormerPeople({ facts: { road, sessions } }: { readonly facts: QmsFacts }) {
  const app = useApp()
  const { t } = useTranslation('training')
  const text = useLocalText()
  const format = useFormat()
  const today = app.today()
  const former = [...road.staff].filter(([, { to }]) => to !== null && to < today)
  if (former.length === 0) return null
  return (
    <Card title={t('people.former')}>
      <ul className={styles.lines}>
        {former.map(([id, { name, to }]) => {
          const own = sessions.filter(({ present }) => present.some(({ key }) => key === id))
          const told = own.map(
            ({ subject, on }) =>
              `${text(getTrainingTopic(subject)?.title ?? { vi: t('untitled') })} (${format.date(on)})`,
          )
          return (
            <li key={id}>
              <span>{t('people.until', { name, date: format.date(to ?? '') })}</span>
              <span className={styles.soft}>{told.join('; ') || t('people.notYet')}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
