import { useTranslation } from 'react-i18next'
import type { CommuneEvent, EventKind } from '../../../domain/reports/communes/list-events.ts'
import { useForms } from '../../context/use-forms.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './reminders.module.css'

interface Props {
  readonly kind: EventKind
  readonly events: readonly CommuneEvent[]
  readonly hasUnits: boolean
}

const most = 15

/** Events of a kind, newest first; nothing when there are none. */
export function EventList({ kind, events, hasUnits }: Props) {
  const { t } = useTranslation(['digest', 'tables'])
  const text = useLocalText()
  const format = useFormat()
  const forms = useForms('all')
  if (events.length === 0) return null
  const titleOf = ({ form, number, words }: CommuneEvent): string => {
    const found = form && forms?.find(form)?.form.title
    return [found && text(found), number, text(words)].filter(Boolean).join(': ')
  }
  return (
    <>
      <h3 className={styles.kind}>
        {t(`tables:event.${kind}`)} ({events.length})
      </h3>
      <ul className={styles.events}>
        {events.slice(0, most).map(event => (
          <li key={event.id}>
            {[hasUnits ? event.unit.fullName : '', titleOf(event)].filter(Boolean).join(': ')}
            {' · '}
            <span className={styles.when}>{format.date(event.on)}</span>
          </li>
        ))}
        {events.length > most && <li>{t('moreEvents', { count: events.length - most })}</li>}
      </ul>
    </>
  )
}
