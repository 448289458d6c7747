import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SurveyProgress } from '../../../domain/reports/survey-progress.ts'
import type { Contacts } from '../../context/app.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import styles from './communes-page.module.css'

interface Props {
  readonly rows: readonly SurveyProgress[]
  readonly hasDistricts: boolean
  readonly contacts: Contacts | undefined
}

export function CommuneTable({ rows, hasDistricts, contacts }: Props) {
  const { t } = useTranslation(['communes', 'responses'])
  const format = useFormat()
  const columns: readonly Column<SurveyProgress>[] = [
    {
      key: 'commune',
      header: t('columns.commune'),
      sortBy: row => row.unit.name,
      cell: row => (
        <span className={styles.name}>
          {row.state === 'notStarted' ? (
            <span className={styles.link}>{row.unit.fullName}</span>
          ) : (
            <Link className={styles.link} to={`/review/${encodeURIComponent(row.response)}`}>
              {row.unit.fullName}
            </Link>
          )}
          {hasDistricts && <span className={styles.soft}>{row.district?.fullName}</span>}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('columns.state'),
      cell: row => (
        <span className={styles.marks}>
          {row.isLate && <StateMark state="late">{t('late')}</StateMark>}
          <StateMark state={row.state}>{t(`responses:state.${row.state}`)}</StateMark>
        </span>
      ),
    },
    {
      key: 'score',
      header: t('columns.score'),
      align: 'end',
      sortBy: row => row.score,
      cell: row => (row.score === null ? '—' : format.number(row.score, { mostDecimals: 1 })),
    },
    {
      key: 'answered',
      header: t('columns.answered'),
      align: 'end',
      sortBy: row => row.answered,
      cell: row => format.number(row.answered),
    },
    {
      key: 'moved',
      header: t('columns.moved'),
      sortBy: row => row.movedAt,
      cell: row => (row.movedAt === null ? '—' : format.dateTime(row.movedAt)),
    },
    {
      key: 'contact',
      header: t('columns.contact'),
      sortBy: row => contacts?.byUnit[row.unit.id] ?? null,
      cell: row => {
        if (!contacts) return t('unknownContact')
        const at = contacts.byUnit[row.unit.id]
        return at === undefined ? t('never') : format.relative(at, contacts.asOf)
      },
    },
  ]
  return <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={row => row.unit.id} />
}
