import { PaperLinks } from '../../context/paper-links.tsx'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { reportThing } from '../../../domain/audits/audit-number.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import styles from './audit-plan.module.css'
import { AuditStateMark } from './audit-state-mark.tsx'
import { CheckProgress } from './check-progress.tsx'
import { NextStep } from './next-step.tsx'
import { NoAudit } from './no-audit.tsx'
import { TeamList } from './team-list.tsx'
import { TimetableView } from './timetable-view.tsx'
import { useAuditWords } from './use-audit-words.ts'
import { useCheckProgress } from './use-check-progress.ts'
import { usePlan } from './use-plan.ts'

/** `/audits/:thing`: where an audit stands and what is next. */
export function Component() {
  const { thing = '' } = useParams()
  const plan = usePlan(thing)
  const { t, ready } = useTranslation(['auditPlan', 'audits'])
  const words = useAuditWords()
  const format = useFormat()
  const nameOf = usePersonName()
  const progress = useCheckProgress(plan?.audit)
  if (!ready || plan === undefined) return <Spinner />
  if (plan === null) return <NoAudit />
  const { audit, name, unit } = plan
  const base = `/audits/${encodeURIComponent(thing)}`
  const hasBegun = audit.state === 'underway' || audit.state === 'signed'
  const cancelled = audit.state === 'cancelled' ? audit.moves.at(-1) : undefined
  return (
    <>
      <PageHeader
        title={unit.fullName}
        subtitle={`${words.number(name)} · ${words.days(audit)}`}
        back={{ to: '/audits', label: t('audits:title') }}
        state={<AuditStateMark state={audit.state} />}
      />
      <NextStep plan={plan} progress={progress} />
      {cancelled && (
        <Card title={t('overview.cancelledWhy')}>
          <p className={styles.text}>{cancelled.reason}</p>
          <p className={styles.soft}>
            {t('overview.by', { name: nameOf(cancelled.author), time: format.dateTime(cancelled.at) })}
          </p>
        </Card>
      )}
      {hasBegun && progress && (
        <Card title={t('overview.progress')}>
          <CheckProgress progress={progress} />
        </Card>
      )}
      <Card title={t('overview.parts')} flush>
        <RowList label={t('overview.parts')}>
          <ListRow icon="calendar" to={`${base}/plan`} title={t('title')} meta={t('overview.planHint')} />
          {hasBegun && (
            <>
              <ListRow
                icon="clipboard"
                to={`${base}/work`}
                title={t('overview.work')}
                meta={t('overview.workHint')}
              />
              <ListRow
                icon="flag"
                to={`${base}/findings`}
                title={t('overview.findings')}
                meta={t('overview.findingCount', {
                  count: [...audit.findings.values()].filter(({ withdrawn }) => !withdrawn).length,
                })}
              />
              <ListRow
                icon="signature"
                to={`${base}/closing`}
                title={t('overview.closing')}
                meta={t('overview.closingHint')}
              />
            </>
          )}
          {audit.state === 'signed' && (
            <ListRow
              icon="document"
              to={`/reports/${encodeURIComponent(reportThing(name))}`}
              title={t('overview.report')}
              meta={t('overview.reportHint')}
            />
          )}
        </RowList>
      </Card>
      <PaperLinks
        papers={(['plan', 'team', 'checklist', 'opening', 'closing'] as const).map(kind => ({ kind, thing }))}
      />
      <Card title={t('team.title')}>
        <TeamList audit={audit} />
      </Card>
      <Card title={t('timetable.title')} flush>
        <TimetableView rows={audit.timetable} />
      </Card>
    </>
  )
}
