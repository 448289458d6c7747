import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { parseTrainingThing, sessionPhotos, trainingFields } from '../../../domain/qms/training-fields.ts'
import { getTrainingTopic } from '../../../domain/qms/training-topics.ts'
import { trainingState } from '../../../domain/qms/training.ts'
import { useApp } from '../../context/app-context.tsx'
import { PaperLinks } from '../../context/paper-links.tsx'
import { PhotoSlot } from '../../context/photo-slot.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { AttendanceCard } from './attendance-card.tsx'
import { CancelSession } from './cancel-session.tsx'
import { openSession } from './open-session.ts'
import { SessionFacts } from './session-facts.tsx'
import { SessionMark } from './session-mark.tsx'
import { TestTable } from './test-table.tsx'
import { atUnit, useTraining } from './use-training.ts'

/** `/training/:thing`: one session: what, when, who was there, how they did, its papers. */
export function Component() {
  const { thing = '' } = useParams()
  const app = useApp()
  const name = parseTrainingThing(thing)
  const view = useTraining(name?.unit ?? '')
  const { t, ready } = useTranslation('training')
  const text = useLocalText()
  const format = useFormat()
  if (!ready || view === undefined || (view && !view.qms)) return <Spinner />
  const training = view?.qms?.facts.trainings.get(thing)
  if (!view?.qms || !training) return <EmptyState icon="search" title={t('notFound')} />
  const { unit, mayWrite, qms } = view
  const open = openSession(app, { thing, training, mayWrite })
  const topic = getTrainingTopic(training.topic)
  const day = training.heldOn ?? training.plannedOn
  const people = [...training.attendance].map(([key, { name: called, post }]) => ({
    key,
    name: called,
    post,
  }))
  return (
    <>
      <PageHeader
        title={text(topic?.title ?? { vi: t('untitled') })}
        subtitle={[unit.fullName, day && format.date(day)].filter(Boolean).join(' · ')}
        back={{ to: `/training${atUnit(unit)}`, label: t('title') }}
        state={<SessionMark state={trainingState(training, app.today())} />}
      />
      {training.cancelled !== undefined && (
        <Banner tone="warning" title={t('cancelled')}>
          {training.cancelled}
        </Banner>
      )}
      <AttendanceCard open={open} road={qms.facts.road} />
      <SessionFacts open={open} />
      {topic?.quiz !== undefined && people.length > 0 && (
        <Card title={t('tests.title')} subtitle={t('tests.hint')} flush>
          <TestTable view={view} qms={qms} topic={topic} people={people} since={training.heldOn} />
        </Card>
      )}
      {(open.mayWrite || training.files[sessionPhotos]) && (
        <Card title={t('photos')}>
          <PhotoSlot
            label={t('photos')}
            files={training.files[sessionPhotos] ?? {}}
            mayChange={open.mayWrite}
            onSave={(sha256, value, files) =>
              open.save([{ field: trainingFields.evidence(sessionPhotos, sha256), value }], files)
            }
          />
        </Card>
      )}
      {training.attendance.size > 0 && (
        <PaperLinks
          papers={[
            { kind: 'attendance', thing },
            { kind: 'certificates', thing },
          ]}
        />
      )}
      {mayWrite && <CancelSession open={open} />}
    </>
  )
}
