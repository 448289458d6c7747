import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './data-table.module.css'
import { Icon } from './icon.tsx'
import { sortRows } from './sort-rows.ts'
import type { RowOrder } from './sort-rows.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end, under each other. */
  readonly align?: 'start' | 'end' | undefined
  readonly nowrap?: boolean | undefined
  /** Makes the header a sort button. */
  readonly sortBy?: ((row: Row) => string | number | null) | undefined
}

export interface DataTableProps<Row> {
  /** Says what the table holds; shown only when `captionShown`. */
  readonly caption: string
  readonly captionShown?: boolean | undefined
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly startOrder?: RowOrder | undefined
  readonly empty?: ReactNode
}

/** A table that turns into stacked cards where it has less than 700 px. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionShown, columns, rows, rowKey, startOrder, empty } = props
  const { t } = useTranslation('ui')
  const [order, setOrder] = useState(startOrder)
  const sortBy = columns.find(column => column.key === order?.column)?.sortBy
  const shown = order && sortBy ? sortRows(rows, sortBy, order.descending) : rows
  if (rows.length === 0 && empty != null) return empty
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {captionShown ? caption : <VisuallyHidden>{caption}</VisuallyHidden>}
        </caption>
        <thead className={styles.head}>
          <tr>
            {columns.map(column => {
              const isOrder = order?.column === column.key
              return (
                <th
                  key={column.key}
                  scope="col"
                  className={classNames(styles.header, column.align === 'end' && styles.end)}
                  aria-sort={isOrder ? (order.descending ? 'descending' : 'ascending') : undefined}
                >
                  {column.sortBy ? (
                    <button
                      type="button"
                      className={styles.sort}
                      title={t('table.sort', { column: column.header })}
                      onClick={() =>
                        setOrder({ column: column.key, descending: isOrder && !order.descending })
                      }
                    >
                      {column.header}
                      <Icon
                        name={isOrder && order.descending ? 'chevronDown' : 'chevronUp'}
                        size="s"
                        className={classNames(styles.arrow, isOrder && styles.arrowOn)}
                      />
                    </button>
                  ) : (
                    column.header
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody className={styles.body}>
          {shown.map(row => (
            <tr key={rowKey(row)} className={styles.row}>
              {columns.map((column, at) => {
                const Cell = at === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={column.key}
                    scope={at === 0 ? 'row' : undefined}
                    className={classNames(
                      styles.cell,
                      column.align === 'end' && styles.end,
                      column.nowrap && styles.nowrap,
                    )}
                  >
                    {at > 0 && (
                      <span className={styles.cellLabel} aria-hidden="true">
                        {column.header}
                      </span>
                    )}
                    <span className={styles.content}>{column.cell(row)}</span>
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
