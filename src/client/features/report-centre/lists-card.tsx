import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommuneRecord } from '../../../domain/reports/communes/commune-record.ts'
import { scopeTable, scopeTableNames } from '../../../domain/reports/tables/scope-tables.ts'
import { vietnamDayOf } from '../../../lib/vietnam-time.ts'
import { useApp } from '../../context/app-context.tsx'
import { TableDownload } from '../../context/tables/table-download.tsx'
import { useTableNames } from '../../context/tables/use-table-names.ts'
import { Card } from '../../ui/card.tsx'
import styles from './report-centre.module.css'

/** Every list of the communes in scope, each as a table of its own, or all as one workbook. */
export function ListsCard({ communes }: { readonly communes: readonly CommuneRecord[] }) {
  const app = useApp()
  const names = useTableNames()
  const { t } = useTranslation('reportCentre')
  const today = app.today()
  const tables = useMemo(
    () =>
      names &&
      scopeTableNames.map(
        name => [name, scopeTable(name, communes, { names, dayOf: vietnamDayOf, today })] as const,
      ),
    [names, communes, today],
  )
  if (!tables) return null
  const filled = tables.filter(([, { rows }]) => rows.length > 0)
  return (
    <Card
      title={t('lists')}
      subtitle={t('listsHint')}
      actions={
        <TableDownload
          label={t('allLists')}
          formats={['xlsx']}
          fileName={t('lists')}
          rows={filled.reduce((sum, [, { rows }]) => sum + rows.length, 0)}
          make={() => filled.map(([, table]) => table)}
        />
      }
    >
      <ul className={styles.rows}>
        {tables.map(([name, table]) => (
          <li key={name} className={styles.row}>
            <span className={styles.words}>
              <strong>{table.name}</strong>
              <span className={styles.soft}>{t('rows', { count: table.rows.length })}</span>
            </span>
            <TableDownload of={table.name} rows={table.rows.length} make={() => [table]} />
          </li>
        ))}
      </ul>
      <p className={styles.soft}>{t('openDataHint')}</p>
    </Card>
  )
}
