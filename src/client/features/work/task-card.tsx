import { useTranslation } from 'react-i18next'
import { WhereaboutsMark } from '../../context/whereabouts-mark.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Task } from './use-tasks.ts'
import styles from './work-page.module.css'

const actions = {
  notStarted: 'start',
  draft: 'continue',
  returned: 'fix',
  sent: 'open',
  approved: 'open',
} as const

export function TaskCard({ task, onOpen }: { readonly task: Task; readonly onOpen: () => void }) {
  const { t } = useTranslation(['work', 'responses'])
  const text = useLocalText()
  const format = useFormat()
  const isTodo = task.group === 'todo'
  return (
    <Card
      titleLevel="h3"
      title={task.title ? text(task.title) : t('survey')}
      subtitle={`${task.unit.fullName} · ${text(task.programme.name)}`}
    >
      <div className={styles.card}>
        <div className={styles.marks}>
          <StateMark state={task.state}>{t(`responses:state.${task.state}`)}</StateMark>
          {task.daysLate > 0 ? (
            <StateMark state="late">{t('lateBy', { count: task.daysLate })}</StateMark>
          ) : (
            isTodo &&
            task.dueOn && <StateMark state="dueSoon">{t('due', { date: format.date(task.dueOn) })}</StateMark>
          )}
          {task.state !== 'notStarted' &&
            (task.onTablet > 0 ? (
              <StateMark state="onTablet">{t('onTablet', { count: task.onTablet })}</StateMark>
            ) : (
              <WhereaboutsMark where={task.where} hasBackup={task.hasBackup} />
            ))}
        </div>
        {task.state === 'returned' && (
          <Banner tone="warning">
            <p className={styles.reason}>{t('returnedFor', { reason: task.reason ?? '' })}</p>
          </Banner>
        )}
        {task.state === 'notStarted' ? (
          <p className={styles.soft}>{t('minutes', { count: task.minutes ?? 60 })}</p>
        ) : (
          isTodo && (
            <ProgressBar
              label={t('responses:progress', { done: task.progress.answered, total: task.progress.total })}
              done={task.progress.answered}
              total={task.progress.total}
              count={false}
            />
          )
        )}
        <div>
          <Button
            look={isTodo ? 'primary' : 'secondary'}
            iconEnd="arrowRight"
            fullWidth={isTodo}
            onClick={onOpen}
          >
            {t(actions[task.state])}
          </Button>
        </div>
      </div>
    </Card>
  )
}
