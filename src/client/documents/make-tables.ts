import type { ReportTable } from '../../domain/reports/tables/report-table.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import { askWorker } from './ask-worker.ts'
import type { DocxProblem } from './make-docx.ts'
import type { TablesAnswer, TablesAsked } from './table-worker.ts'
import type { TableFormat } from './write-tables.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const

/** Makes the file of some tables in a worker, so that the screen goes on; a CSV holds the first one. */
export async function makeTables(
  format: TableFormat,
  tables: readonly ReportTable[],
  signal: AbortSignal,
): Promise<Result<Blob, DocxProblem>> {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), { type: 'module' })
  const asked: TablesAsked = { format, tables }
  const answer = await askWorker<TablesAnswer>(worker, asked, { signal })
  if (!answer) return err({ type: 'cancelled' })
  return 'file' in answer
    ? ok(new Blob([answer.file], { type: types[format] }))
    : err({ type: 'failed', cause: answer.failed })
}
