import type { ReportTable } from '../../domain/reports/tables/report-table.ts'
import { writeTables, type TableFormat } from './write-tables.ts'

export interface TablesAsked {
  readonly format: TableFormat
  readonly tables: readonly ReportTable[]
}

export type TablesAnswer = { readonly file: ArrayBuffer } | { readonly failed: string }

self.addEventListener('message', ({ data }: MessageEvent<TablesAsked>) => {
  // oxlint-disable unicorn/require-post-message-target-origin -- a worker's messages have no origin
  try {
    const { buffer } = writeTables(data.format, data.tables)
    self.postMessage({ file: buffer } satisfies TablesAnswer, { transfer: [buffer] })
  } catch (error) {
    self.postMessage({ failed: String(error) } satisfies TablesAnswer)
  }
})
