import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { trainingCoverage } from '../../../domain/qms/training-coverage.ts'
import { getTrainingTopic, trainingTopics } from '../../../domain/qms/training-topics.ts'
import { useApp } from '../../context/app-context.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Select } from '../../ui/select.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { FormerPeople } from './former-people.tsx'
import { NewSessionDialog } from './new-session-dialog.tsx'
import { TestTable } from './test-table.tsx'
import styles from './training.module.css'
import { atUnit, useTraining, type TrainingView } from './use-training.ts'

/** `/training/people`: who in scope has been trained in what and how they did, and who has not. */
export function Component() {
  const view = useTraining()
  const { t, ready } = useTranslation('training')
  if (!ready || view === undefined || (view && !view.qms)) return <Spinner />
  if (!view?.qms) return <EmptyState icon="users" title={t('none')} />
  return <People view={view} qms={view.qms} />
}

function People({
  view,
  qms,
}: {
  readonly view: TrainingView
  readonly qms: NonNullable<TrainingView['qms']>
}) {
  const app = useApp()
  const { t } = useTranslation('training')
  const text = useLocalText()
  const format = useFormat()
  const [query, setQuery] = useSearchParams()
  const [isPlanning, setPlanning] = useState(false)
  const { unit, mayWrite } = view
  const topic = getTrainingTopic(query.get('topic') ?? undefined) ?? trainingTopics[0]
  if (!topic) return null
  const onlyUntrained = query.get('show') === 'untrained'
  const set = (name: string, value: string | null): void =>
    setQuery(before => {
      const next = new URLSearchParams(before)
      if (value === null) next.delete(name)
      else next.set(name, value)
      return next
    })
  const all = trainingCoverage(qms.facts, topic.id, app.today())
  const untrained = all.filter(({ sessions }) => sessions.length === 0)
  const people = (onlyUntrained ? untrained : all).map(({ id, member, sessions }) => ({
    key: id,
    name: member.name,
    post: member.post,
    trainedOn: sessions.at(-1)?.on,
  }))
  return (
    <>
      <PageHeader
        title={t('people.title')}
        subtitle={unit.fullName}
        back={{ to: `/training${atUnit(unit)}`, label: t('title') }}
        actions={
          mayWrite &&
          untrained.length > 0 && (
            <Button look="primary" icon="plus" onClick={() => setPlanning(true)}>
              {t('people.planFor', { count: untrained.length })}
            </Button>
          )
        }
      />
      <div className={styles.unit}>
        <Select
          label={t('field.topic')}
          empty={false}
          value={topic.id}
          onChange={value => set('topic', value)}
          options={trainingTopics.map(({ id, title }) => ({ value: id, label: text(title) }))}
        />
      </div>
      {all.length === 0 ? (
        <EmptyState
          icon="users"
          title={t('noStaff')}
          action={mayWrite && <ButtonLink to={`/road/scope${atUnit(unit)}`}>{t('toScope')}</ButtonLink>}
        >
          {t('noStaffHint')}
        </EmptyState>
      ) : (
        <>
          <FilterChips
            label={t('people.filter')}
            options={[{ value: 'untrained', label: t('people.untrained'), count: untrained.length }]}
            value={onlyUntrained ? ['untrained'] : []}
            onChange={([chosen]) => set('show', chosen ?? null)}
          />
          {people.length === 0 ? (
            <EmptyState icon="checkCircle" title={t('people.allTrained')} />
          ) : (
            <Card flush>
              <TestTable
                view={view}
                qms={qms}
                topic={topic}
                people={people}
                more={[
                  {
                    key: 'trained',
                    header: t('people.trainedOn'),
                    cell: ({ trainedOn }) => (
                      <StateMark state={trainedOn === undefined ? 'notStarted' : 'done'}>
                        {trainedOn === undefined ? t('people.notYet') : format.date(trainedOn)}
                      </StateMark>
                    ),
                  },
                ]}
              />
            </Card>
          )}
        </>
      )}
      <FormerPeople facts={qms.facts} />
      {isPlanning && (
        <NewSessionDialog
          view={view}
          qms={qms}
          topic={topic.id}
          invited={untrained.map(({ id }) => id)}
          onClose={() => setPlanning(false)}
        />
      )}
    </>
  )
}
