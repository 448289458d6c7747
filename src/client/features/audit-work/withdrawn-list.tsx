import { useTranslation } from 'react-i18next'
import { auditFields } from '../../../domain/audits/audit-fields.ts'
import type { DraftFinding } from '../../../domain/audits/draft-finding.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './audit-work.module.css'
import { useOpenFieldwork } from './fieldwork-context.tsx'

interface Props {
  readonly findings: readonly DraftFinding[]
  readonly mayChange: boolean
}

/** Findings that do not go on: why, and what stands in their place. Their numbers are never given again. */
export function WithdrawnList({ findings, mayChange }: Props) {
  const { fieldwork } = useOpenFieldwork()
  const { t } = useTranslation('auditWork')
  return (
    <Card title={t('withdrawn.title')} subtitle={t('withdrawn.hint')}>
      <ul className={styles.withdrawn}>
        {findings.map(({ number, nature, requirement, withdrawn }) => (
          <li key={number}>
            <p dir="auto" className={styles.sideValue}>
              {[number, (nature || requirement).slice(0, 160)].filter(Boolean).join(' – ')}
            </p>
            <p className={styles.soft}>
              {withdrawn?.reason}
              {withdrawn && withdrawn.into.length > 0 && ` → ${withdrawn.into.join(', ')}`}
            </p>
            {mayChange && withdrawn?.into.length === 0 && (
              <div>
                <Button
                  look="quiet"
                  icon="undo"
                  onClick={() => fieldwork.put(auditFields.finding(number, 'withdrawn'), null, 'now')}
                >
                  {t('withdrawn.restore', { number })}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
