import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueItem } from '../../../domain/reports/communes/list-due.ts'
import { useApp } from '../../context/app-context.tsx'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './reminders.module.css'
import { useDueWords } from './use-due-words.ts'

interface Props {
  readonly title: string
  readonly items: readonly DueItem[]
  readonly hasUnits: boolean
}

const atOnce = 25

/** Things that are due, the first ones of many. */
export function DueList({ title, items, hasUnits }: Props) {
  const app = useApp()
  const { t } = useTranslation('due')
  const { titleOf, addressOf } = useDueWords()
  const format = useFormat()
  const nameOf = usePersonName()
  const [most, setMost] = useState(atOnce)
  if (items.length === 0) return null
  const metaOf = ({ kind, unit, dueOn, since, owner }: DueItem): string =>
    [
      hasUnits ? unit.fullName : t(`kind.${kind}`),
      dueOn !== undefined ? t('due', { date: format.date(dueOn) }) : undefined,
      dueOn === undefined && since !== undefined ? t('since', { date: format.date(since) }) : undefined,
      owner === undefined ? undefined : t('owner', { name: nameOf(owner) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Card title={title} subtitle={t('count', { count: items.length })} flush>
      <RowList label={title}>
        {items.slice(0, most).map(item => (
          <ListRow
            key={item.id}
            to={addressOf(item)}
            title={titleOf(item)}
            meta={metaOf(item)}
            state={
              item.daysLate > 0 ? (
                <StateMark state="late">{t('daysLate', { count: item.daysLate })}</StateMark>
              ) : item.dueOn === app.today() ? (
                <StateMark state="dueSoon">{t('today')}</StateMark>
              ) : undefined
            }
          />
        ))}
      </RowList>
      {items.length > most && (
        <div className={styles.more}>
          <Button look="quiet" icon="chevronDown" onClick={() => setMost(most + atOnce * 4)}>
            {t('more', { count: items.length - most })}
          </Button>
        </div>
      )}
    </Card>
  )
}
