import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { getArea } from '../../../domain/audits/area.ts'
import type { PlannedCheck } from '../../../domain/audits/checklist.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './audit-work.module.css'
import { useOpenFieldwork } from './fieldwork-context.tsx'

interface Props {
  readonly planned: PlannedCheck
  readonly titleId: string
}

/** What is asked, where, against which clause; what to see and whom to ask. */
export const CheckHead = memo(function CheckHead({ planned: { item, area }, titleId }: Props) {
  const { interviewees } = useOpenFieldwork()
  const { t } = useTranslation(['auditWork', 'responses'])
  const text = useLocalText()
  const areaLabel = getArea(area)?.label
  const asked = item.interviewees.map(name => text(interviewees.get(name) ?? { vi: name }))
  return (
    <>
      <p className={styles.marks}>
        <span>{t('responses:clause', { clauses: item.clauses.join(', ') })}</span>
        <span>{areaLabel ? text(areaLabel) : area}</span>
        {item.isCritical && (
          <span className={styles.critical}>
            <Icon name="flag" size="s" />
            {t('critical')}
          </span>
        )}
      </p>
      <h3 id={titleId} dir="auto" className={styles.question}>
        {text(item.label)}
      </h3>
      {(item.evidenceToSee || asked.length > 0) && (
        <div className={styles.guide}>
          {item.evidenceToSee && (
            <p>
              <b>{t('responses:evidenceToSee')}:</b> {text(item.evidenceToSee)}
            </p>
          )}
          {asked.length > 0 && (
            <p>
              <b>{t('ask')}:</b> {asked.join('; ')}
            </p>
          )}
        </div>
      )}
    </>
  )
})
