import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { isTimetableOpen } from '../../../domain/audits/audit-state.ts'
import { findClashes } from '../../../domain/audits/find-clashes.ts'
import { useAudits } from '../../context/use-audit.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Stack } from '../../ui/stack.tsx'
import styles from './audit-plan.module.css'
import { AuditStateMark } from './audit-state-mark.tsx'
import { DatesCard } from './dates-card.tsx'
import { FrameCard } from './frame-card.tsx'
import { NoAudit } from './no-audit.tsx'
import { PlanConflicts } from './plan-conflicts.tsx'
import { PlanGaps } from './plan-gaps.tsx'
import { PlanMoves } from './plan-moves.tsx'
import { PlanPrint } from './plan-print.tsx'
import { TeamCard } from './team-card.tsx'
import { TimetableCard } from './timetable-card.tsx'
import { useAuditWords } from './use-audit-words.ts'
import { useChecklists } from './use-checklists.ts'
import { usePlan } from './use-plan.ts'

/** `/audits/:thing/plan`: scope, team and timetable, each field saved by itself. */
export function Component() {
  const { thing = '' } = useParams()
  const plan = usePlan(thing)
  const audits = useAudits()
  const checklists = useChecklists()
  const { t, ready } = useTranslation(['auditPlan', 'audits', 'common'])
  const words = useAuditWords()
  const others = useMemo(
    () => new Map([...(audits ?? [])].filter(([other]) => other !== thing)),
    [audits, thing],
  )
  const audit = plan?.audit
  const clashes = useMemo(() => (audit ? findClashes(audit, others) : []), [audit, others])
  if (!ready || plan === undefined || !audits || !checklists) return <Spinner />
  if (plan === null) return <NoAudit />
  const { state } = plan.audit
  const isOpen = plan.mayPlan && state === 'draft'
  const isTableOpen = plan.mayPlan && (state === 'draft' || (isTimetableOpen(state) && state !== 'planned'))
  return (
    <>
      <div className={styles.screen}>
        <Stack gap="l">
          <PageHeader
            title={t('title')}
            subtitle={`${plan.unit.fullName} · ${words.number(plan.name)}`}
            back={{ to: `/audits/${encodeURIComponent(thing)}`, label: t('overview.title') }}
            state={<AuditStateMark state={state} />}
            actions={
              <Button icon="printer" onClick={() => globalThis.print()}>
                {t('common:action.print')}
              </Button>
            }
          />
          {state === 'planned' && plan.mayPlan && <Banner tone="info">{t('moves.plannedHint')}</Banner>}
          {!plan.mayPlan && <Banner tone="info">{t('moves.readOnly')}</Banner>}
          <PlanConflicts {...{ plan, isOpen, isTableOpen }} />
          <PlanGaps plan={plan} clashes={clashes} />
          <DatesCard plan={plan} isOpen={isOpen} />
          <TeamCard plan={plan} isOpen={isTableOpen} />
          <TimetableCard plan={plan} checklists={checklists} isOpen={isTableOpen} />
          <FrameCard plan={plan} checklists={checklists} isOpen={isOpen} />
          <PlanMoves plan={plan} />
        </Stack>
      </div>
      <PlanPrint plan={plan} checklists={checklists} />
    </>
  )
}
