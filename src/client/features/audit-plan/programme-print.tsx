import { useTranslation } from 'react-i18next'
import { yearTexts, type AuditYear } from '../../../domain/audits/audit-year.ts'
import type { Unit } from '../../../domain/people/unit.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { PrintSheet } from './print-sheet.tsx'
import styles from './print-sheet.module.css'
import { useAreaName } from './use-area-name.ts'

/** A commune's programme on paper. */
export function ProgrammePrint({
  unit,
  year,
  auditYear: { texts, rows, standard },
}: {
  readonly unit: Unit
  readonly year: number
  readonly auditYear: AuditYear
}) {
  const { t } = useTranslation(['auditPlan', 'audits'])
  const areaName = useAreaName()
  const nameOf = usePersonName()
  return (
    <PrintSheet
      agency={t('print.agency', { unit: unit.fullName })}
      title={t('print.programmeTitle', { year })}
      subtitle={t(`audits:standard.${standard}`)}
      signer={t('print.programmeSigner')}
    >
      <dl className={styles.list}>
        {yearTexts
          .filter(name => texts[name])
          .map(name => (
            <div key={name}>
              <dt>{`${t(`programme.text.${name}`)}:`}</dt>
              <dd>{texts[name]}</dd>
            </div>
          ))}
      </dl>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('programme.month')}</th>
            <th scope="col">{t('timetable.area')}</th>
            <th scope="col">{t('timetable.clauses')}</th>
            <th scope="col">{t('programme.auditors')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, month, area, clauses, auditors }) => (
            <tr key={id}>
              <td>{`${String(month).padStart(2, '0')}/${year}`}</td>
              <td>{areaName(area)}</td>
              <td>{clauses.join(', ')}</td>
              <td>{auditors.map(nameOf).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  )
}
