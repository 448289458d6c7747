import { useTranslation } from 'react-i18next'
import type { DueItem } from '../../../domain/reports/communes/list-due.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './reminders.module.css'
import { useDueWords } from './use-due-words.ts'

interface Props {
  readonly items: readonly DueItem[]
  readonly none: string
  readonly hasUnits: boolean
}

const most = 20

/** Things that are due as plain lines, fit for paper. */
export function DigestDue({ items, none, hasUnits }: Props) {
  const { t } = useTranslation(['digest', 'due'])
  const { titleOf } = useDueWords()
  const format = useFormat()
  if (items.length === 0) return <p className={styles.soft}>{none}</p>
  return (
    <ul className={styles.events}>
      {items.slice(0, most).map(item => (
        <li key={item.id}>
          {hasUnits ? `${item.unit.fullName}: ${titleOf(item)}` : titleOf(item)}
          {' · '}
          <span className={styles.when}>
            {item.daysLate > 0
              ? t('due:daysLate', { count: item.daysLate })
              : item.dueOn !== undefined && format.date(item.dueOn)}
          </span>
        </li>
      ))}
      {items.length > most && <li>{t('more', { count: items.length - most })}</li>}
    </ul>
  )
}
