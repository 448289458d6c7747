import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { BegunResponse } from './use-other-forms.ts'
import styles from './work-page.module.css'

/** The latest days on which something was sent. */
const shownDays = 5

/** Of an anonymous form: how many were sent and when, and how many were left half done; nothing of who or what. */
export function SentCounts({ responses }: { readonly responses: readonly BegunResponse[] }) {
  const { t, ready } = useTranslation('handover')
  const format = useFormat()
  const sent = responses
    .flatMap(({ sentAt }) => sentAt ?? [])
    .toSorted((a, b) => b - a)
    .map(at => format.date(at))
  const byDay = [...Map.groupBy(sent, day => day)].slice(0, shownDays)
  const unfinished = responses.filter(({ sentAt, answered }) => sentAt === undefined && answered > 0).length
  if (!ready) return null
  return (
    <div className={styles.counts}>
      <div className={styles.marks}>
        <StateMark state={sent.length > 0 ? 'sent' : 'notStarted'}>
          {sent.length > 0 ? t('counts.sent', { count: sent.length }) : t('counts.none')}
        </StateMark>
        {unfinished > 0 && (
          <StateMark state="draft">{t('counts.unfinished', { count: unfinished })}</StateMark>
        )}
      </div>
      {byDay.length > 0 && (
        <ul className={styles.days}>
          {byDay.map(([day, those]) => (
            <li key={day}>
              {day}: {t('counts.day', { count: those.length })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
