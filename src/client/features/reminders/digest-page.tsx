import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eventKinds, listEvents } from '../../../domain/reports/communes/list-events.ts'
import { addDays } from '../../../lib/calendar-day.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { useApp } from '../../context/app-context.tsx'
import { ReadingState } from '../../context/communes/reading-state.tsx'
import { useCommuneRecords } from '../../context/communes/use-commune-records.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { DigestDue } from './digest-due.tsx'
import { EventList } from './event-list.tsx'
import styles from './reminders.module.css'
import { useDueItems } from './use-due-items.ts'

const weeks = ['thisWeek', 'earlier'] as const

/** `/digest`: what changed within seven days in this person's communes, what is late, what comes next; to be printed. */
export function Component() {
  const app = useApp()
  const reading = useCommuneRecords('each')
  const { t, ready } = useTranslation(['digest', 'tables', 'due'])
  const format = useFormat()
  const [week, setWeek] = useState<(typeof weeks)[number]>('thisWeek')
  const today = app.today()
  const to = week === 'thisWeek' ? today : addDays(today, -7)
  const from = addDays(to, -6)
  const events = useMemo(
    () => (reading.type === 'read' ? listEvents(reading.communes, { from, to, dayOf: vietnamDayOf }) : []),
    [reading, from, to],
  )
  const due = useDueItems(reading, 7)
  if (!ready) return <Spinner />
  if (reading.type !== 'read') return <ReadingState title={t('title')} reading={reading} />
  const hasUnits = reading.communes.length > 1
  const byKind = Map.groupBy(events, ({ kind }) => kind)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={[
          t('subtitle', { from: format.date(from), to: format.date(to) }),
          hasUnits ? t('communes', { count: reading.communes.length }) : reading.communes[0]?.unit.fullName,
        ].join(' · ')}
        actions={
          <>
            <ButtonLink to="/due" icon="calendar">
              {t('due')}
            </ButtonLink>
            <Button icon="printer" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <div className={styles.tools}>
        <FilterChips
          label={t('week')}
          value={[week]}
          onChange={([next]) => setWeek(weeks.find(one => one === next) ?? week)}
          options={weeks.map(value => ({ value, label: t(value) }))}
        />
      </div>
      <Card title={t('happened')}>
        {events.length === 0 ? (
          <p className={styles.soft}>{t('happenedNone')}</p>
        ) : (
          eventKinds.map(kind => (
            <EventList key={kind} kind={kind} events={byKind.get(kind) ?? []} hasUnits={hasUnits} />
          ))
        )}
      </Card>
      <Card title={t('late')}>
        <DigestDue
          items={due.filter(({ daysLate }) => daysLate > 0)}
          none={t('lateNone')}
          hasUnits={hasUnits}
        />
      </Card>
      <Card title={t('next')}>
        <DigestDue
          items={due.filter(({ daysLate, dueOn }) => daysLate === 0 && dueOn !== undefined)}
          none={t('nextNone')}
          hasUnits={hasUnits}
        />
      </Card>
    </>
  )
}
