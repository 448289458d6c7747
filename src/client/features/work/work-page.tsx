import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useApp } from '../../context/app-context.tsx'
import { findForm } from '../../context/forms.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useScope } from '../../context/use-scope.ts'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { startResponse } from './start-response.ts'
import { useTasks, type Task } from './use-tasks.ts'
import { TaskCard } from './task-card.tsx'
import styles from './work-page.module.css'

const groups = ['todo', 'sent', 'done'] as const

/** `/work`: what this person has to do, in the order of need. */
export function Component() {
  const app = useApp()
  const scope = useScope()
  const programmes = useProgrammes()
  const tasks = useTasks()
  const { t } = useTranslation(['work', 'responses'])
  const navigate = useNavigate()
  const [hasFailed, setFailed] = useState(false)

  async function open(task: Task): Promise<void> {
    if (task.state === 'notStarted') {
      const form = findForm(task.form)
      const started = form && (await startResponse(app, task, form))
      if (!started?.ok) {
        setFailed(true)
        return
      }
    }
    void navigate(`/responses/${encodeURIComponent(task.response)}`)
  }

  const isWaiting = !scope || !programmes || !tasks
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('greeting', { name: app.person.name })} />
      {hasFailed && (
        <Banner tone="danger" announce onDismiss={() => setFailed(false)}>
          {t('responses:save.failed')}
        </Banner>
      )}
      {isWaiting ? (
        <EmptyState icon="sync" title={t('waitingFirst')} action={<Spinner />}>
          {t('waitingFirstHint')}
        </EmptyState>
      ) : tasks.length === 0 ? (
        <EmptyState icon="clipboard" title={t('nothing')}>
          {scope.communesWhere('audit.read').length > 0 ? t('auditorHint') : t('nothingHint')}
        </EmptyState>
      ) : (
        groups.map(group => {
          const own = tasks.filter(task => task.group === group)
          return (
            own.length > 0 && (
              <section key={group} className={styles.group}>
                <h2 className={styles.title}>{t(`groups.${group}`)}</h2>
                {own.map(task => (
                  <TaskCard key={task.response} task={task} onOpen={() => void open(task)} />
                ))}
              </section>
            )
          )
        })
      )}
    </>
  )
}
