import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useApp } from '../../context/app-context.tsx'
import { ExportLink } from '../../context/export-link.tsx'
import { compileOnce } from '../../context/forms.ts'
import { useHandover } from '../../context/handover.ts'
import { useProgrammes } from '../../context/use-programmes.ts'
import { useScope } from '../../context/use-scope.ts'
import { Banner } from '../../ui/banner.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { startResponse } from '../../context/start-response.ts'
import type { CompiledForm } from '../../../domain/forms/compile-form.ts'
import { responseId } from '../../../domain/responses/response-fields.ts'
import { MergedNote } from './merged-note.tsx'
import { OtherFormCard } from './other-form-card.tsx'
import { useOtherForms, type OtherForm } from './use-other-forms.ts'
import { useTasks, type Task } from './use-tasks.ts'
import { TaskCard } from './task-card.tsx'
import styles from './work-page.module.css'

const loadAudits = async () => (await import('./audits-waiting.tsx')).AuditsWaiting

/**
 * In a chunk of its own: the first screen does not wait for what audits need. Where it cannot be had, the network gone
 * before it was kept, the rest of the screen is there all the same.
 */
const AuditsWaiting = lazy(async () => ({
  default: await loadAudits().catch(
    () =>
      ({ children }: { readonly children: ReactNode }) =>
        children,
  ),
}))

/** `/work`: what this person has to do, in the order of need. */
export function Component() {
  const app = useApp()
  const handover = useHandover()
  const scope = useScope()
  const programmes = useProgrammes()
  const tasks = useTasks()
  const others = useOtherForms()
  const { t } = useTranslation(['work', 'responses'])
  const navigate = useNavigate()
  const [hasFailed, setFailed] = useState(false)
  // Asked for at once: it is shown only below the tasks.
  useEffect(() => void loadAudits().catch(() => undefined), [])

  async function begin(response: string, unit: string, form: CompiledForm | undefined): Promise<void> {
    const started = form && (await startResponse(app, { response, unit, form }))
    if (!started?.ok) setFailed(true)
    // The lock itself leads to the citizen's screen.
    else if (form?.form.anonymous) await handover.begin(response).catch(() => setFailed(true))
    else open(response)
  }

  const open = (response: string): void => void navigate(`/responses/${encodeURIComponent(response)}`)

  function openTask({ response, state, unit, form }: Task): void {
    if (state === 'notStarted') void begin(response, unit.id, form)
    else open(response)
  }

  function beginOther({ form, programme }: OtherForm, unit: string): void {
    // Long enough that two tablets of a commune do not take the same one.
    const run = form.repeatable ? app.newId().slice(0, 8) : undefined
    void begin(responseId(programme.id, form.id, unit, run), unit, compileOnce(form))
  }

  function groupOf(group: Task['group']): ReactNode {
    const own = tasks?.filter(task => task.group === group) ?? []
    return (
      own.length > 0 && (
        <section className={styles.group}>
          <h2 className={styles.title}>{t(`groups.${group}`)}</h2>
          {own.map(task => (
            <TaskCard key={task.response} task={task} onOpen={() => openTask(task)} />
          ))}
        </section>
      )
    )
  }

  const isWaiting = !scope || !programmes || !tasks || (tasks.length === 0 && !others)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('greeting', { name: app.person.name })}
        actions={
          <>
            <ButtonLink to="/due" look="quiet" icon="calendar">
              {t('dueLink')}
            </ButtonLink>
            <ExportLink />
          </>
        }
      />
      {hasFailed && (
        <Banner tone="danger" announce onDismiss={() => setFailed(false)}>
          {t('responses:save.failed')}
        </Banner>
      )}
      <MergedNote />
      {isWaiting ? (
        <EmptyState icon="sync" title={t('waitingFirst')} action={<Spinner />}>
          {t('waitingFirstHint')}
        </EmptyState>
      ) : (
        <>
          {groupOf('todo')}
          <Suspense fallback={<Spinner />}>
            <AuditsWaiting>
              {tasks.length + (others?.length ?? 0) === 0 && (
                <EmptyState icon="clipboard" title={t('nothing')}>
                  {scope.communesWhere('audit.read').length > 0 ? t('auditorHint') : t('nothingHint')}
                </EmptyState>
              )}
              {groupOf('sent')}
              {groupOf('done')}
              {others && others.length > 0 && (
                <section className={styles.group}>
                  <h2 className={styles.title}>{t('other.title')}</h2>
                  {others.map(other => (
                    <OtherFormCard
                      key={`${other.programme.id} ${other.form.id}`}
                      other={other}
                      onStart={unit => beginOther(other, unit)}
                    />
                  ))}
                </section>
              )}
            </AuditsWaiting>
          </Suspense>
        </>
      )}
    </>
  )
}
