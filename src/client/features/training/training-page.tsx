import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trainingCoverage } from '../../../domain/qms/training-coverage.ts'
import { getTrainingTopic } from '../../../domain/qms/training-topics.ts'
import { trainingState, type Training } from '../../../domain/qms/training.ts'
import { useApp } from '../../context/app-context.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { NewSessionDialog } from './new-session-dialog.tsx'
import { SessionMark } from './session-mark.tsx'
import styles from './training.module.css'
import { atUnit, useTraining, type TrainingView } from './use-training.ts'

/** `/training`: a commune's training sessions, and how many of its people have been trained. */
export function Component() {
  const view = useTraining()
  const { t, ready } = useTranslation('training')
  const [isPlanning, setPlanning] = useState(false)
  if (!ready || view === undefined) return <Spinner />
  if (view === null) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon="users" title={t('none')} />
      </>
    )
  }
  const { unit, units, qms, mayWrite } = view
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={unit.fullName}
        back={{ to: `/road${atUnit(unit)}`, label: t('road') }}
        actions={
          mayWrite && (
            <Button look="primary" icon="plus" onClick={() => setPlanning(true)}>
              {t('plan.do')}
            </Button>
          )
        }
      />
      {units.length > 1 && (
        <div className={styles.unit}>
          <Select
            label={t('commune')}
            empty={false}
            value={unit.id}
            onChange={id => id !== null && view.choose(id)}
            options={units.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          />
        </div>
      )}
      {qms ? (
        <>
          <People view={view} qms={qms} />
          <Sessions qms={qms} mayWrite={mayWrite} />
          {isPlanning && <NewSessionDialog view={view} qms={qms} onClose={() => setPlanning(false)} />}
        </>
      ) : (
        <Spinner />
      )}
    </>
  )
}

interface Known {
  readonly qms: NonNullable<TrainingView['qms']>
}

function People({ view: { unit, mayWrite }, qms: { facts } }: Known & { readonly view: TrainingView }) {
  const app = useApp()
  const { t } = useTranslation('training')
  const people = trainingCoverage(facts, 'aware', app.today())
  const done = people.filter(({ sessions }) => sessions.length > 0).length
  if (people.length === 0) {
    return (
      <Banner
        tone="info"
        title={t('noStaff')}
        action={mayWrite && <ButtonLink to={`/road/scope${atUnit(unit)}`}>{t('toScope')}</ButtonLink>}
      >
        {t(mayWrite ? 'noStaffHint' : 'noStaffOther')}
      </Banner>
    )
  }
  return (
    <Card
      title={t('people.title')}
      actions={
        <ButtonLink to={`/training/people${atUnit(unit)}`} iconEnd="arrowRight">
          {t('people.open')}
        </ButtonLink>
      }
    >
      <ProgressBar
        label={t('people.trained', { done, total: people.length })}
        done={done}
        total={people.length}
        count={false}
      />
    </Card>
  )
}

/** What is to come first, the nearest on top; then what was held, the latest on top. */
function Sessions({ qms: { facts }, mayWrite }: Known & { readonly mayWrite: boolean }) {
  const app = useApp()
  const { t } = useTranslation('training')
  const format = useFormat()
  const text = useLocalText()
  const today = app.today()
  const all = [...facts.trainings].map(([thing, training]) => ({
    thing,
    training,
    state: trainingState(training, today),
  }))
  const dayOf = ({ heldOn, plannedOn }: Training): string => heldOn ?? plannedOn ?? ''
  const byDay = (a: (typeof all)[number], b: (typeof all)[number]): number =>
    dayOf(a.training) < dayOf(b.training) ? -1 : 1
  const isOver = ({ state }: (typeof all)[number]): boolean => state === 'held' || state === 'cancelled'
  const groups = [
    { title: t('sessions.open'), sessions: all.filter(one => !isOver(one)).sort(byDay) },
    { title: t('sessions.held'), sessions: all.filter(isOver).sort(byDay).reverse() },
  ].filter(({ sessions }) => sessions.length > 0)
  const forms = facts.sessions.filter(({ thing }) => !facts.trainings.has(thing))
  if (groups.length + forms.length === 0)
    return (
      <EmptyState icon="calendar" title={t('sessions.none')}>
        {t(mayWrite ? 'sessions.noneHint' : 'sessions.noneOther')}
      </EmptyState>
    )
  return (
    <>
      {groups.map(({ title, sessions }) => (
        <Card key={title} title={title} flush>
          <RowList label={title}>
            {sessions.map(({ thing, training, state }) => (
              <ListRow
                key={thing}
                to={`/training/${encodeURIComponent(thing)}`}
                title={text(getTrainingTopic(training.topic)?.title ?? { vi: t('untitled') })}
                meta={[
                  dayOf(training) && format.date(dayOf(training)),
                  training.texts.place,
                  training.attendance.size > 0
                    ? t('sessions.present', { count: training.attendance.size })
                    : training.invited.size > 0 && t('sessions.invited', { count: training.invited.size }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                state={<SessionMark state={state} />}
              />
            ))}
          </RowList>
        </Card>
      ))}
      {forms.length > 0 && (
        <Card title={t('sessions.forms')} flush>
          <RowList label={t('sessions.forms')}>
            {forms.map(({ thing, subject, on, present }) => (
              <ListRow
                key={thing}
                to={`/review/${encodeURIComponent(thing)}`}
                title={text(getTrainingTopic(subject)?.title ?? { vi: t('untitled') })}
                meta={`${format.date(on)} · ${t('sessions.present', { count: present.length })}`}
                state={<SessionMark state="held" />}
              />
            ))}
          </RowList>
        </Card>
      )}
    </>
  )
}
