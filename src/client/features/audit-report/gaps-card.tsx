import { useTranslation } from 'react-i18next'
import type { SigningGaps } from '../../../domain/audits/summarise-audit.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Card } from '../../ui/card.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './audit-report.module.css'

interface Props {
  readonly thing: string
  readonly gaps: SigningGaps
  /** Checks that the plan asks for. */
  readonly total: number
}

/** What is still missing before the report can be signed, each with the way there. */
export function GapsCard({ thing, gaps, total }: Props) {
  const { t } = useTranslation('auditReport')
  const nameOf = usePersonName()
  const done = total - gaps.checks.length
  const address = `/audits/${encodeURIComponent(thing)}`
  const isWhole = gaps.checks.length + gaps.findings.length === 0
  return (
    <Card title={t('gaps.title')}>
      <div className={styles.stack}>
        <ProgressBar label={t('gaps.checks', { done, total })} done={done} total={total} count={false} />
        <div className={styles.marks}>
          {isWhole && <StateMark state="done">{t('gaps.whole')}</StateMark>}
          {gaps.findings.length > 0 && (
            <StateMark state="dueSoon">{t('gaps.findings', { count: gaps.findings.length })}</StateMark>
          )}
          {gaps.unfinished.map(person => (
            <StateMark key={person} state="waiting">
              {t('gaps.unfinished', { name: nameOf(person) })}
            </StateMark>
          ))}
        </div>
        <div className={styles.marks}>
          {gaps.checks.length > 0 && (
            <ButtonLink to={`${address}/work?only=gaps`} iconEnd="arrowRight">
              {t('gaps.toWork')}
            </ButtonLink>
          )}
          {gaps.findings.length > 0 && (
            <ButtonLink to={`${address}/findings`} iconEnd="arrowRight">
              {t('gaps.toFindings')}
            </ButtonLink>
          )}
        </div>
      </div>
    </Card>
  )
}
