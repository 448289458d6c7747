import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AuditTarget } from '../../../domain/audits/audit-state.ts'
import { refuseAuditMove } from '../../../domain/audits/refuse-audit-change.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import styles from './audit-plan.module.css'
import { SavingMark } from './saving-mark.tsx'
import { useMoveAudit } from './use-move-audit.ts'
import type { Plan } from './use-plan.ts'

/** The moves that the table allows this person now, the main one last. */
export function PlanMoves({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('auditPlan')
  const navigate = useNavigate()
  const mover = useMoveAudit(plan)
  const [isCancelling, setCancelling] = useState(false)
  const { audit, given, fields } = plan
  const refusalOf = (to: AuditTarget, reason?: string) =>
    refuseAuditMove({ to, reason, hash: undefined, signature: undefined }, given)
  const mayMove = (to: AuditTarget) => refusalOf(to) === undefined
  const mayCancel = refusalOf('cancelled', '-') === undefined
  return (
    <>
      {mover.problem && (
        <Banner tone="danger" announce>
          {mover.problem}
        </Banner>
      )}
      {mayCancel && (
        <div className={styles.cancel}>
          <Button look="quiet" icon="crossCircle" onClick={() => setCancelling(true)}>
            {t('moves.cancel')}
          </Button>
        </div>
      )}
      {(audit.state === 'draft' || audit.state === 'planned') && (
        <ActionBar status={<SavingMark fields={fields} />}>
          {audit.state === 'planned' && mayMove('draft') && (
            <Button icon="pencil" busy={mover.isBusy} onClick={() => void mover.move('draft')}>
              {t('moves.change')}
            </Button>
          )}
          {audit.state === 'draft' && plan.mayPlan && (
            <Button
              look="primary"
              icon="check"
              busy={mover.isBusy}
              disabled={!mayMove('planned')}
              onClick={() => void mover.move('planned')}
            >
              {t('moves.plan')}
            </Button>
          )}
          {audit.state === 'planned' && mayMove('underway') && (
            <Button
              look="primary"
              iconEnd="arrowRight"
              busy={mover.isBusy}
              onClick={() =>
                void mover
                  .move('underway')
                  .then(done => done && void navigate(`/audits/${encodeURIComponent(plan.thing)}/work`))
              }
            >
              {t('next.begin')}
            </Button>
          )}
        </ActionBar>
      )}
      {audit.state === 'underway' && <SavingMark fields={fields} />}
      {isCancelling && (
        <CancelDialog
          isBusy={mover.isBusy}
          onClose={() => setCancelling(false)}
          onCancelAudit={reason =>
            void mover.move('cancelled', reason).then(done => done && setCancelling(false))
          }
        />
      )}
    </>
  )
}
