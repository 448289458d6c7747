import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dueKinds, type DueItem } from '../../../domain/reports/communes/list-due.ts'
import { addDays } from '../../../lib/calendar-day.ts'
import { writeCalendar } from '../../../lib/calendar-file/write-calendar.ts'
import { useApp } from '../../context/app-context.tsx'
import { ReadingState } from '../../context/communes/reading-state.tsx'
import { useCommuneRecords } from '../../context/communes/use-commune-records.ts'
import { saveFile } from '../../device/save-file.ts'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { DueList } from './due-list.tsx'
import styles from './reminders.module.css'
import { useDueItems } from './use-due-items.ts'
import { useDueWords } from './use-due-words.ts'

const days = 30

/** `/due`: what is due in the next thirty days and what is late, of the communes this person has to do with. */
export function Component() {
  const app = useApp()
  const reading = useCommuneRecords('each')
  const { t, ready } = useTranslation('due')
  const { titleOf } = useDueWords()
  const toast = useToast()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const today = app.today()
  const items = useDueItems(reading, days)
  if (!ready) return <Spinner />
  if (reading.type !== 'read') return <ReadingState title={t('title')} reading={reading} />

  const passes = (item: DueItem, filter: string): boolean =>
    filter === 'late'
      ? item.daysLate > 0
      : filter === 'mine'
        ? item.owner === app.person.id
        : item.kind === filter
  const kinds = dueKinds.filter(kind => items.some(item => item.kind === kind))
  const shown = items.filter(item => chosen.every(filter => passes(item, filter)))
  const week = addDays(today, 7)
  const groups = {
    late: shown.filter(({ daysLate }) => daysLate > 0),
    week: shown.filter(({ dueOn }) => dueOn !== undefined && dueOn >= today && dueOn <= week),
    later: shown.filter(({ dueOn }) => dueOn !== undefined && dueOn > week),
    waiting: shown.filter(({ dueOn }) => dueOn === undefined),
  }
  const dated = shown.filter(({ dueOn }) => dueOn !== undefined)

  function saveCalendar(): void {
    const file = writeCalendar({
      name: t('calendarName'),
      writtenAt: Date.parse(app.now()),
      events: dated.map(item => ({
        id: item.id,
        on: item.dueOn ?? today,
        title: `${titleOf(item)} (${item.unit.fullName})`,
        details: [t(`kind.${item.kind}`), item.unit.fullName, item.number].filter(Boolean).join('\n'),
        remindDaysBefore: 1,
      })),
    })
    saveFile(
      document,
      new Blob([file], { type: 'text/calendar;charset=utf-8' }),
      `${t('calendarFile', { day: today })}.ics`,
    )
    toast({ tone: 'success', message: t('calendarDone', { count: dated.length }) })
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { days })}
        actions={
          <>
            <ButtonLink to="/digest" icon="list">
              {t('digest')}
            </ButtonLink>
            {dated.length > 0 && (
              <Button icon="calendar" onClick={saveCalendar}>
                {t('calendar')}
              </Button>
            )}
          </>
        }
      />
      {items.length === 0 ? (
        <EmptyState icon="check" title={t('none')}>
          {t('noneHint', { days })}
        </EmptyState>
      ) : (
        <>
          <FilterChips
            label={t('filter')}
            value={chosen}
            onChange={setChosen}
            options={['late', ...(items.some(one => passes(one, 'mine')) ? ['mine'] : []), ...kinds].map(
              filter => ({
                value: filter,
                label:
                  filter === 'late' || filter === 'mine'
                    ? t(filter)
                    : t(`kind.${filter as (typeof dueKinds)[number]}`),
                count: items.filter(item => passes(item, filter)).length,
              }),
            )}
          />
          {shown.length === 0 && <EmptyState icon="search" title={t('noneHere')} />}
          {(['late', 'week', 'later', 'waiting'] as const).map(group => (
            <DueList
              key={`${group} ${chosen.join()}`}
              title={t(`group.${group}`)}
              items={groups[group]}
              hasUnits={reading.communes.length > 1}
            />
          ))}
          {dated.length > 0 && <p className={styles.soft}>{t('calendarHint')}</p>}
        </>
      )}
    </>
  )
}
