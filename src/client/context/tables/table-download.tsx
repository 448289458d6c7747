import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportTable, TableNames } from '../../../domain/reports/tables/report-table.ts'
import { saveFile } from '../../device/save-file.ts'
import type { TableFormat } from '../../documents/write-tables.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useApp } from '../app-context.tsx'
import styles from './table-download.module.css'
import { useTableNames } from './use-table-names.ts'

interface Props {
  /** The tables as the list shows them now; what the list does not hold is read when it is asked for. */
  readonly make: (names: TableNames) => readonly ReportTable[] | Promise<readonly ReportTable[]>
  /** How many rows that are. */
  readonly rows: number
  /** Said on the button instead of the usual words. */
  readonly label?: string
  /** Of several on a page: what this one downloads. */
  readonly of?: string
  /** One format is saved without asking which. */
  readonly formats?: readonly TableFormat[]
  /** Without ending; the table's name and the day if left out. */
  readonly fileName?: string
}

const both: readonly TableFormat[] = ['xlsx', 'csv']

/** "Download the table": what the filter shows, as XLSX or CSV, made on this tablet. */
export function TableDownload({ make, rows, label, of, formats = both, fileName }: Props) {
  const app = useApp()
  const names = useTableNames()
  const { t } = useTranslation('tables')
  const [isOpen, setOpen] = useState(false)
  const [making, setMaking] = useState<AbortController>()
  const [hasFailed, setFailed] = useState(false)
  if (!names || rows === 0) return null

  async function save(format: TableFormat): Promise<void> {
    if (!names) return
    const controller = new AbortController()
    setMaking(controller)
    setFailed(false)
    try {
      const tables = await make(names)
      const { makeTables } = await import('../../documents/make-tables.ts')
      // A CSV has one table: the others get a file of their own.
      for (const own of format === 'xlsx' ? [tables] : tables.map(table => [table])) {
        const made = await makeTables(format, own, controller.signal)
        if (made.ok) saveFile(document, made.value, `${nameOf(own)}.${format}`)
        else if (made.error.type === 'failed') throw new Error(made.error.cause)
        else return
      }
      setOpen(false)
    } catch {
      setFailed(true)
    } finally {
      setMaking(undefined)
    }
  }

  const nameOf = ([first]: readonly ReportTable[]): string =>
    fileName ?? `${first?.name ?? ''} ${app.today()}`

  function close(): void {
    making?.abort()
    setOpen(false)
  }

  const [only] = formats
  if (formats.length === 1 && only)
    return (
      <>
        <Button icon="download" busy={making !== undefined} onClick={() => void save(only)}>
          {label ?? t('download')}
        </Button>
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('downloadFailed')}
          </Banner>
        )}
      </>
    )
  return (
    <>
      <Button
        look="quiet"
        icon="download"
        aria-label={of === undefined ? undefined : `${t('download')}: ${of}`}
        onClick={() => setOpen(true)}
      >
        {label ?? t('download')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={t('downloadTitle')}
        actions={
          <Button look="quiet" onClick={close}>
            {t('cancel')}
          </Button>
        }
      >
        <p>{t('downloadHint', { count: rows })}</p>
        {hasFailed && (
          <Banner tone="danger" announce>
            {t('downloadFailed')}
          </Banner>
        )}
        <div className={styles.formats}>
          <Button
            look="primary"
            icon="download"
            busy={making !== undefined}
            onClick={() => void save('xlsx')}
          >
            {t('xlsx')}
          </Button>
          <Button icon="download" disabled={making !== undefined} onClick={() => void save('csv')}>
            {t('csv')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
