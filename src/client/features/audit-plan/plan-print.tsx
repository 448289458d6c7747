import { useTranslation } from 'react-i18next'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useLocalText } from '../../i18n/local-text.ts'
import { PrintSheet } from './print-sheet.tsx'
import styles from './print-sheet.module.css'
import { useAreaName } from './use-area-name.ts'
import { useAuditWords } from './use-audit-words.ts'
import type { Checklists } from './use-checklists.ts'
import type { Plan } from './use-plan.ts'

/** The plan on paper. */
export function PlanPrint({ plan, checklists }: { readonly plan: Plan; readonly checklists: Checklists }) {
  const { t } = useTranslation(['auditPlan', 'audits'])
  const words = useAuditWords()
  const format = useFormat()
  const text = useLocalText()
  const nameOf = usePersonName()
  const areaName = useAreaName()
  const { audit, name, unit } = plan
  const checklist = checklists.find(audit.checklist)
  const meeting = (at: string | undefined) =>
    at === undefined ? '' : `${at.slice(11, 16)}, ${format.date(at.slice(0, 10))}`
  const lines: readonly (readonly [string, string])[] = [
    [t('frame.purpose'), audit.texts.purpose ?? ''],
    [t('frame.scope'), audit.texts.scope ?? ''],
    [t('frame.criteria'), audit.texts.criteria ?? ''],
    [t('frame.standard'), t(`audits:standard.${audit.standard}`)],
    [
      t('frame.checklist'),
      checklist
        ? t('frame.checklistName', { title: text(checklist.title), version: checklist.name.version })
        : '',
    ],
    [t('print.days'), words.days(audit)],
    [t('dates.opening'), meeting(audit.opening)],
    [t('dates.closing'), meeting(audit.closing)],
    [t('dates.place'), audit.texts.place ?? ''],
  ]
  return (
    <PrintSheet
      agency={t('print.agency', { unit: unit.fullName })}
      title={t('print.planTitle')}
      subtitle={words.number(name)}
      signer={t('team.lead')}
    >
      <dl className={styles.list}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{`${label}:`}</dt>
            <dd>{value || '…'}</dd>
          </div>
        ))}
      </dl>
      <h2 className={styles.heading}>{t('team.title')}</h2>
      <ol>
        {[...audit.team]
          .sort(([, a], [, b]) => Number(b.isLead) - Number(a.isLead))
          .map(([person, { isLead }]) => (
            <li key={person}>{`${nameOf(person)} – ${t(isLead ? 'team.lead' : 'team.member')}`}</li>
          ))}
      </ol>
      <h2 className={styles.heading}>{t('timetable.title')}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['time', 'area', 'auditor', 'host', 'clauses'] as const).map(column => (
              <th key={column} scope="col">
                {t(`timetable.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {audit.timetable.map(row => (
            <tr key={row.id}>
              <td>{`${format.date(row.day)} ${row.start} – ${row.end}`}</td>
              <td>{[areaName(row.area), row.note].filter(Boolean).join('. ')}</td>
              <td>{nameOf(row.auditor)}</td>
              <td>{row.host}</td>
              <td>{row.clauses.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  )
}
