import { useTranslation } from 'react-i18next'
import { parseTrainingThing } from '../../../domain/qms/training-fields.ts'
import { getTrainingTopic } from '../../../domain/qms/training-topics.ts'
import { useApp } from '../../context/app-context.tsx'
import { HandoverFrame } from '../../context/handover-frame.tsx'
import { useLocalText } from '../../i18n/local-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { AttendanceList } from './attendance-list.tsx'
import { openSession } from './open-session.ts'
import styles from './training.module.css'
import { useTraining } from './use-training.ts'

/** `/handover/training.…`: the tablet goes round; nothing of the app but the attendance list of one session. */
export function HandedAttendance({ thing }: { readonly thing: string }) {
  const app = useApp()
  const view = useTraining(parseTrainingThing(thing)?.unit ?? '')
  const { t, ready } = useTranslation('training')
  const text = useLocalText()
  if (!ready || view === undefined || (view && !view.qms)) return <Spinner />
  const training = view?.qms?.facts.trainings.get(thing)
  if (!view?.qms || !training) {
    return (
      <HandoverFrame title={t('title')}>
        <EmptyState icon="search" title={t('notFound')} />
      </HandoverFrame>
    )
  }
  const open = openSession(app, { thing, training, mayWrite: view.mayWrite })
  return (
    <HandoverFrame title={text(getTrainingTopic(training.topic)?.title ?? { vi: t('title') })}>
      <div>
        <h2 className={styles.handedTitle}>{t('attendance.handedTitle')}</h2>
        <p className={styles.soft}>
          {t('attendance.count', { present: training.attendance.size, invited: training.invited.size })}
        </p>
      </div>
      <AttendanceList open={open} road={view.qms.facts.road} isHandedOver />
    </HandoverFrame>
  )
}
