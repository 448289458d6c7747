import { useTranslation } from 'react-i18next'
import { getArea } from '../../../domain/audits/area.ts'
import { toOtherStandard, type Standard } from '../../../domain/audits/clause.ts'
import type { DraftFinding } from '../../../domain/audits/draft-finding.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import styles from './audit-work.module.css'

interface Props {
  readonly finding: DraftFinding
  readonly standard: Standard
}

/** A finding as it will stand in the report: requirement, evidence, nature; clauses of both editions. */
export function FindingStatement({ finding, standard }: Props) {
  const { t } = useTranslation('auditWork')
  const text = useLocalText()
  const area = finding.area === undefined ? undefined : getArea(finding.area)
  const lines = [
    ['requirement', finding.requirement],
    ['proof', finding.proof],
    ['nature', finding.nature],
    ['area', area ? text(area.label) : ''],
    ['responsible', finding.responsible],
  ] as const
  return (
    <dl className={styles.statement}>
      {finding.clauses.length > 0 && (
        <div>
          <dt>{t('part.clauses')}</dt>
          <dd>
            <BothEditions finding={finding} standard={standard} />
          </dd>
        </div>
      )}
      {lines.map(
        ([part, value]) =>
          value !== '' && (
            <div key={part}>
              <dt>{t(`part.${part}`)}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** The clauses of the audit's edition, and the same requirements in the other one. */
export function BothEditions({ finding, standard }: Props) {
  const { t } = useTranslation('audits')
  const other = standard === '2008' ? '2015' : '2008'
  const others = toOtherStandard(standard, finding.clauses)
  return (
    <>
      {t(`standard.${standard}`)}: {finding.clauses.join(', ')}
      {others.length > 0 && (
        <>
          <br />
          {t(`standard.${other}`)}: {others.join(', ')}
        </>
      )}
    </>
  )
}
