import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { reportThing } from '../../../domain/audits/audit-number.ts'
import { planGaps, refuseAuditMove } from '../../../domain/audits/refuse-audit-change.ts'
import { Banner } from '../../ui/banner.tsx'
import { buttonClass } from '../../ui/button-look.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './audit-plan.module.css'
import type { Progress } from './use-check-progress.ts'
import { useMoveAudit } from './use-move-audit.ts'
import type { Plan } from './use-plan.ts'

/** The one thing to do next, in words, with one button. */
export function NextStep({
  plan,
  progress,
}: {
  readonly plan: Plan
  readonly progress: Progress | undefined
}) {
  const { t } = useTranslation('auditPlan')
  const navigate = useNavigate()
  const mover = useMoveAudit(plan)
  const { audit, given, thing, name, mayPlan } = plan
  const base = `/audits/${encodeURIComponent(thing)}`
  const isMember = audit.team.has(given.person)
  const isWhole = progress !== undefined && progress.total > 0 && progress.done === progress.total

  function step(): { readonly words: string; readonly to?: string; readonly label?: string } {
    switch (audit.state) {
      case 'draft':
        if (!mayPlan) return { words: t('next.draftOther') }
        return {
          words: t(planGaps(audit).length === 0 ? 'next.draftWhole' : 'next.draft'),
          to: `${base}/plan`,
          label: t('next.toPlan'),
        }
      case 'planned':
        return { words: t(isMember ? 'next.planned' : 'next.plannedOther') }
      case 'underway':
        if (!isMember) return { words: t('next.underwayOther') }
        return isWhole
          ? { words: t('next.allChecked'), to: `${base}/closing`, label: t('next.toClosing') }
          : { words: t('next.underway'), to: `${base}/work`, label: t('next.toWork') }
      case 'signed':
        return {
          words: t('next.signed'),
          to: `/reports/${encodeURIComponent(reportThing(name))}`,
          label: t('next.toReport'),
        }
      case 'cancelled':
        return { words: t('next.cancelled') }
    }
  }

  const { words, to, label } = step()
  const begin = { to: 'underway', reason: undefined, hash: undefined, signature: undefined } as const
  const mayBegin = audit.state === 'planned' && refuseAuditMove(begin, given) === undefined
  return (
    <Card title={t('next.title')}>
      <div className={styles.next}>
        <p className={styles.text}>{words}</p>
        {to !== undefined && (
          <Link to={to} className={buttonClass({ look: 'primary' })} data-next>
            {label}
            <Icon name="arrowRight" />
          </Link>
        )}
        {mayBegin && (
          <Button
            look="primary"
            iconEnd="arrowRight"
            busy={mover.isBusy}
            data-next
            onClick={() => void mover.move('underway').then(done => done && void navigate(`${base}/work`))}
          >
            {t('next.begin')}
          </Button>
        )}
      </div>
      {mover.problem && (
        <Banner tone="danger" announce>
          {mover.problem}
        </Banner>
      )}
    </Card>
  )
}
