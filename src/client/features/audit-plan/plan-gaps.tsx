import { useTranslation } from 'react-i18next'
import type { Clash } from '../../../domain/audits/find-clashes.ts'
import { findOwnWork } from '../../../domain/audits/find-own-work.ts'
import { planGaps, type PlanGap } from '../../../domain/audits/refuse-audit-change.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './audit-plan.module.css'
import { useAreaName } from './use-area-name.ts'
import { useClashWords } from './use-clash-words.ts'
import type { Plan } from './use-plan.ts'

const places: Readonly<Record<PlanGap, string>> = {
  dates: 'plan-dates',
  lead: 'plan-team',
  leads: 'plan-team',
  checklist: 'plan-checklist',
  timetable: 'plan-timetable',
  outsider: 'plan-timetable',
  outOfDates: 'plan-timetable',
}

/** What the plan still lacks and what in it clashes, each with the way to it. */
export function PlanGaps({
  plan: { audit, ownWorkOf },
  clashes,
}: {
  readonly plan: Plan
  readonly clashes: readonly Clash[]
}) {
  const { t } = useTranslation('auditPlan')
  const nameOf = usePersonName()
  const areaName = useAreaName()
  const wordsOf = useClashWords()
  const isOver = audit.state === 'signed' || audit.state === 'cancelled'
  const gaps = audit.state === 'draft' ? planGaps(audit) : []
  const own = isOver ? [] : findOwnWork(audit.timetable, ownWorkOf)
  return (
    <>
      {gaps.length > 0 && (
        <Banner tone="info" title={t('gap.title')}>
          <ul className={styles.gaps}>
            {gaps.map(gap => (
              <li key={gap} className={styles.gap}>
                <span>{t(`gap.${gap}`)}</span>
                <Button look="quiet" iconEnd="arrowRight" onClick={() => jumpTo(places[gap])}>
                  {t('gap.jump')}
                </Button>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {own.length > 0 && (
        <Banner tone="danger" title={t('gap.ownWork')}>
          <ul className={styles.bullets}>
            {own.map(({ id, auditor, area }) => (
              <li key={id}>{t('gap.ownWorkRow', { name: nameOf(auditor), area: areaName(area) })}</li>
            ))}
          </ul>
        </Banner>
      )}
      {!isOver && clashes.length > 0 && (
        <Banner tone="warning" title={t('clash.title')}>
          <ul className={styles.bullets}>
            {clashes.map(wordsOf).map(words => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  )
}

/** Scrolls to the card and puts the focus on what is to be filled in there. */
function jumpTo(id: string): void {
  const place = document.getElementById(id)
  const card = place?.closest('section') ?? place
  card?.scrollIntoView({ block: 'start' })
  const field = place?.querySelector<HTMLElement>('input, select, textarea')
  const first = field ?? card?.querySelector<HTMLElement>('button')
  first?.focus({ preventScroll: true })
}
