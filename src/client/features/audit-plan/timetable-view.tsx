import { useTranslation } from 'react-i18next'
import type { TimetableRow } from '../../../domain/audits/timetable-row.ts'
import { usePersonName } from '../../context/use-person-name.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './audit-plan.module.css'
import { useAreaName } from './use-area-name.ts'

/** Who audits which area when, by day and time. */
export function TimetableView({
  rows,
  onEdit,
}: {
  readonly rows: readonly TimetableRow[]
  readonly onEdit?: ((row: TimetableRow) => void) | undefined
}) {
  const { t } = useTranslation('auditPlan')
  const format = useFormat()
  const areaName = useAreaName()
  const nameOf = usePersonName()
  const columns: readonly Column<TimetableRow>[] = [
    {
      key: 'area',
      header: t('timetable.area'),
      cell: ({ area, note }) => (
        <span className={styles.cell}>
          <span className={styles.strong}>{areaName(area)}</span>
          {note !== '' && <span className={styles.soft}>{note}</span>}
        </span>
      ),
    },
    {
      key: 'time',
      header: t('timetable.time'),
      cell: ({ day, start, end }) => (
        <span className={styles.cell}>
          <span>{format.date(day)}</span>
          <span className={styles.nowrap}>{`${start} – ${end}`}</span>
        </span>
      ),
    },
    { key: 'auditor', header: t('timetable.auditor'), cell: ({ auditor }) => nameOf(auditor) },
    { key: 'host', header: t('timetable.host'), cell: ({ host }) => host || '—' },
    {
      key: 'clauses',
      header: t('timetable.clauses'),
      cell: ({ clauses }) => <span className={styles.clauses}>{clauses.join(', ') || '—'}</span>,
    },
    ...(onEdit
      ? [
          {
            key: 'edit',
            header: t('timetable.edit'),
            cell: (row: TimetableRow) => (
              <IconButton
                icon="pencil"
                label={t('timetable.editRow', { area: areaName(row.area), start: row.start })}
                onClick={() => onEdit(row)}
              />
            ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('timetable.title')}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
      empty={<p className={styles.emptyLine}>{t('timetable.none')}</p>}
    />
  )
}
